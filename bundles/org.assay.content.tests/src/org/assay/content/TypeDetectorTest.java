package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.item.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class TypeDetectorTest {

    /** The first bytes of each type as Latin-1 characters; {@code ...} stands for 600 zeros. */
    static Stream<Arguments> heads() {
        return Stream.of(
                arguments(ContentType.EMPTY, ""),
                arguments(ContentType.ELF, "\u007fELF\u0002\u0001\u0001..."),
                arguments(ContentType.ELF, "\u007fELF"),
                arguments(ContentType.MACH_O, "\u00cf\u00fa\u00ed\u00fe\u0007\0\0\u0001..."),
                arguments(ContentType.MACH_O, "\u00ca\u00fe\u00ba\u00be\0\0\0\u0002\u0001\0\0\u0007..."),
                arguments(ContentType.JAVA_CLASS, "\u00ca\u00fe\u00ba\u00be\0\0\0\u0045\0\u0010..."),
                arguments(ContentType.JAVA_CLASS, "\u00ca\u00fe\u00ba\u00be\0\u0003\0\u002d\0\u0010..."),
                arguments(ContentType.DEX, "dex\n035\0..."), arguments(ContentType.WEB_ASSEMBLY, "\0asm\u0001\0\0\0"),
                arguments(ContentType.PYTHON_BYTECODE, "\u00a7\r\r\n\0\0\0\0abcdefgh\u00e3\0\0\0..."),
                arguments(ContentType.PYTHON_BYTECODE, "\u0003\u00f3\r\nabcdc\0\0\0..."),
                arguments(ContentType.SCRIPT, "#!/bin/sh\nexit\n"), arguments(ContentType.SCRIPT, "#! \t/usr/bin/env python3"),
                arguments(ContentType.SCRIPT, "#@~^AAAA=="), arguments(ContentType.SCRIPT, "<?php system($_GET[0]);"),
                arguments(ContentType.SCRIPT, "<%@ Page Language=\"C#\" %>"),
                arguments(ContentType.SHORTCUT, "L\0\0\0\u0001\u0014\u0002\0\0\0\0\0\u00c0\0\0\0\0\0\0F..."),
                arguments(ContentType.REGISTRY_HIVE, "regf\u0005\0\0\0..."), arguments(ContentType.REGISTRY_HIVE, "CREG\0\0\u0001\0..."),
                arguments(ContentType.REGISTRY_EXPORT, "REGEDIT4\r\n\r\n[HKEY_CURRENT_USER]\r\n"),
                arguments(ContentType.EVENT_LOG, "ElfFile\0..."), arguments(ContentType.EVENT_LOG, "0\0\0\0LfLe..."),
                arguments(ContentType.PREFETCH, "\u001e\0\0\0SCCA..."), arguments(ContentType.PREFETCH, "MAM\u0004..."),
                arguments(ContentType.DATABASE, "SQLite format 3\0..."), arguments(ContentType.DATABASE, "\0\u0001\0\0Standard Jet DB\0"),
                arguments(ContentType.DATABASE, "1234\u00ef\u00cd\u00ab\u0089..."),
                arguments(ContentType.DISK_IMAGE, "QFI\u00fb\0\0\0\u0003"), arguments(ContentType.DISK_IMAGE, "\u00ebR\u0090NTFS    \0"),
                arguments(ContentType.MEMORY_DUMP, "MDMP\u0093\u00a7\0\0"),
                arguments(ContentType.PACKETS, "\u00d4\u00c3\u00b2\u00a1\u0002\0\u0004\0"),
                arguments(ContentType.OLE, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1..."),
                arguments(ContentType.PDF, "%PDF-1.7\n"), arguments(ContentType.POSTSCRIPT, "%!PS-Adobe-3.0\n"),
                arguments(ContentType.RTF, "{\\rtf1\\ansi}"), arguments(ContentType.HELP, "ITSF\u0003\0\0\0..."),
                arguments(ContentType.HTML, "<!DOCTYPE HTML PUBLIC>"), arguments(ContentType.HTML, " \n<HTML><body>"),
                arguments(ContentType.HTML, "<?xml version='1.0'?><!DOCTYPE html><html>"),
                arguments(ContentType.XML, "<?xml version='1.0'?><a/>"), arguments(ContentType.XML, "\u00ef\u00bb\u00bf<?xml ?>"),
                arguments(ContentType.XML, "<svg xmlns='x'/>"),
                arguments(ContentType.IMAGE, "\u0089PNG\r\n\u001a\n..."),
                arguments(ContentType.IMAGE, "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"),
                arguments(ContentType.IMAGE, "GIF89a\u0001\0"), arguments(ContentType.IMAGE, "BM6\0\u0003\0\0\0\0\0006\0\0\0(\0\0\0"),
                arguments(ContentType.IMAGE, "\0\0\u0001\0\u0001\0\u0010\u0010\0\0\u0001"),
                arguments(ContentType.IMAGE, "RIFF\0\0\0\0WEBPVP8 "),
                arguments(ContentType.IMAGE, "\0\0\0\u0018ftypheic"), arguments(ContentType.IMAGE, "P6\n12 12\n255\n"),
                arguments(ContentType.AUDIO_VIDEO, "RIFF\0\0\0\0WAVEfmt "), arguments(ContentType.AUDIO_VIDEO, "\u00ff\u00fb\u0090\0"),
                arguments(ContentType.AUDIO_VIDEO, "ID3\u0003\0"), arguments(ContentType.AUDIO_VIDEO, "\0\0\0\u0018ftypisom"),
                arguments(ContentType.AUDIO_VIDEO, "\u001aE\u00df\u00a3..."),
                arguments(ContentType.FONT, "\0\u0001\0\0\0\u000b\0"), arguments(ContentType.FONT, "OTTO\0\u000c\0"),
                arguments(ContentType.FONT, "%!PS-AdobeFont-1.0: X"),
                arguments(ContentType.CERTIFICATE, "-----BEGIN CERTIFICATE-----\nMIIB"),
                arguments(ContentType.CERTIFICATE, "0\u0082\u0003\u00000\u0082\u0002\0\u00a0\u0003\u0002\u0001\u0002\u0002"),
                arguments(ContentType.CERTIFICATE, "0\u0082\u0003\0\u0006\t*\u0086H\u0086\u00f7\r\u0001\u0007\u0002\u00a0"),
                arguments(ContentType.ZIP, "PK\u0003\u0004\u0014\0\0\0\b\0abcdefghijklmnop\u0005\0\0\0a.txt"),
                arguments(ContentType.ZIP, "PK\u0005\u0006..."),
                arguments(ContentType.OFFICE, "PK\u0003\u0004\u0014\0\0\0\b\0abcdefghijklmnop\u0013\0\0\0[Content_Types].xml"),
                arguments(ContentType.OFFICE, "PK\u0003\u0004\u0014\0\0\0\0\0abcdefghijklmnop"
                        + "\b\0\0\0mimetypeapplication/vnd.oasis.opendocument.text"),
                arguments(ContentType.JAVA_ARCHIVE, "PK\u0003\u0004\u0014\0\0\0\b\0abcdefghijklmnop\u0014\0\0\0META-INF/MANIFEST.MF"),
                arguments(ContentType.JAVA_ARCHIVE, "PK\u0003\u0004\u0014\0\0\0\b\0abcdefghijklmnop\u0001\0\u0004\0a\u00fe\u00ca\0\0"),
                arguments(ContentType.ARCHIVE, "7z\u00bc\u00af'\u001c\0\u0004"), arguments(ContentType.ARCHIVE, "Rar!\u001a\u0007\u0001\0"),
                arguments(ContentType.ARCHIVE, "MSCF\0\0\0\0"), arguments(ContentType.ARCHIVE, "07070100"),
                arguments(ContentType.COMPRESSED, "\u001f\u008b\b\0"), arguments(ContentType.COMPRESSED, "BZh91AY&SY"),
                arguments(ContentType.COMPRESSED, "\u00fd7zXZ\0\0\u0004"), arguments(ContentType.COMPRESSED, "(\u00b5/\u00fd\u0004"),
                arguments(ContentType.PACKAGE, "!<arch>\ndebian-binary   "),
                arguments(ContentType.PACKAGE, "\u00ed\u00ab\u00ee\u00db\u0003"),
                arguments(ContentType.OBJECT_ARCHIVE, "!<arch>\n/               "),
                arguments(ContentType.TEXT, "plain\r\n"), arguments(ContentType.TEXT, "x"), arguments(ContentType.TEXT, "true\n"),
                arguments(ContentType.TEXT, "#![no_std]\n"), arguments(ContentType.TEXT, "#!\n"),
                arguments(ContentType.TEXT, "old DOS text\r\n\u001a"),
                arguments(ContentType.TEXT, "[Schl\u00fcssel]\r\nWert=1\r\n"), arguments(ContentType.TEXT, "BMW, and RIFF"),
                arguments(ContentType.DATA, "\u0001\u0002\u0003"), arguments(ContentType.DATA, "text\0"),
                arguments(ContentType.DATA, "\u00e4\u00f6\u00fc\u00e4\u00f6\u00fc"));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("heads")
    void tellsTheType(ContentType expected, String head) {
        assertEquals(expected, type(latin1(head.replace("...", "\0".repeat(600)))));
    }

    @Test
    void everyTypeHasAnExample() {
        Set<ContentType> missing = EnumSet.allOf(ContentType.class);
        heads().forEach(example -> missing.remove((ContentType) example.get()[0]));
        // What has a test of its own.
        missing.removeAll(Set.of(ContentType.PE, ContentType.NE, ContentType.LE, ContentType.DOS));
        assertEquals(Set.of(), missing);
    }

    @Test
    void textIsTextInEveryUnicodeEncoding() {
        String text = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\S\u00f6ftware\\\u540d\\\ud83d\ude00]\r\n";
        assertEquals(ContentType.REGISTRY_EXPORT, type(text.getBytes(StandardCharsets.UTF_8)));
        for (Charset charset : Set.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals(ContentType.REGISTRY_EXPORT, type(("\ufeff" + text).getBytes(charset)), charset.name());
        }
        assertEquals(ContentType.TEXT, type("\u540d\u524d".getBytes(StandardCharsets.UTF_8)));
        assertEquals(ContentType.DATA, type("\ufeff\u540d\0".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void aCharacterThatTheEndCutsOffIsStillText() {
        byte[] text = "\u540d".repeat(TypeDetector.HEAD_BYTES).getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < 20; length++) {
            assertEquals(ContentType.TEXT, TypeDetector.detect(text, length));
        }
        assertEquals(ContentType.TEXT, type(text));
    }

    @Test
    void aTarIsKnownByItsMagicFarInside() {
        byte[] tar = new byte[512];
        tar[0] = 'a';
        System.arraycopy(latin1("ustar"), 0, tar, 257, 5);
        assertEquals(ContentType.ARCHIVE, type(tar));
        assertEquals(ContentType.DATA, TypeDetector.detect(tar, 261));
    }

    @Test
    void aProgramOfDosIsWhatItsNewerHeaderSays() {
        assertEquals(ContentType.PE, type(dos(0x80, "PE\0\0")));
        assertEquals(ContentType.PE, type(dos(4, "PE\0\0")));
        assertEquals(ContentType.NE, type(dos(0x80, "NE")));
        assertEquals(ContentType.LE, type(dos(0x80, "LE")));
        assertEquals(ContentType.LE, type(dos(0x80, "LX")));
        assertEquals(ContentType.DOS, type(dos(0x80, "PE\0\u0001")));
        assertEquals(ContentType.DOS, type(Arrays.copyOf(dos(0x80, "PE\0\0"), 0x83)));
    }

    @Test
    void aNewerHeaderOutOfRangeLeavesAProgramOfDos() {
        for (int place : new int[] {0x7fff_ffff, 0x8000_0000, -1, -4, TypeDetector.HEAD_BYTES, TypeDetector.HEAD_BYTES - 3}) {
            byte[] program = dos(0x80, "PE\0\0");
            putInt(program, 0x3c, place);
            assertEquals(ContentType.DOS, type(program), "header at " + place);
        }
    }

    @Test
    void aTextThatBeginsLikeAProgramIsText() {
        assertEquals(ContentType.TEXT, type(latin1("MZ is how programs of DOS begin, after Mark Zbikowski.\n")));
        assertEquals(ContentType.DATA, type(latin1("MZ\0")));
    }

    @Test
    void aFileOfTwoFacesHasTheOneThatRuns() {
        byte[] zipBehindProgram = Arrays.copyOf(dos(0x80, "PE\0\0"), 1024);
        System.arraycopy(latin1("PK\u0003\u0004"), 0, zipBehindProgram, 600, 4);
        assertEquals(ContentType.PE, type(zipBehindProgram));
        assertEquals(ContentType.SCRIPT, type(latin1("#!/bin/sh\0\u0001\u0002binary")));
        assertEquals(ContentType.SCRIPT, type(latin1("#!/bin/sh\nexec java -jar $0\nPK\u0003\u0004")));
        assertEquals(ContentType.DATA, type(latin1("#!\0/bin/sh\n")));
        assertEquals(ContentType.IMAGE, type(latin1("GIF89a/*<?php system('x'); ?>")));
    }

    @Property(tries = 300)
    void noBytesMakeItThrow(@ForAll @Size(max = 700) byte[] bytes) {
        ContentType whole = type(bytes);
        assertEquals(whole, TypeDetector.detect(Arrays.copyOf(bytes, bytes.length + 9), bytes.length), "what lies behind does not count");
    }

    /** Every beginning of every example, and every example with one byte changed. */
    @Test
    void damageAndTruncationMakeItThrowNothing() {
        heads().map(example -> latin1(((String) example.get()[1]).replace("...", "\0".repeat(600)))).forEach(head -> {
            for (int i = 0; i < head.length; i++) {
                TypeDetector.detect(head, i);
                for (byte value : new byte[] {0, 1, 0x7f, -128, -1}) {
                    byte[] damaged = head.clone();
                    damaged[i] = value;
                    type(damaged);
                }
            }
        });
    }

    @Test
    void onlyTheFirstBytesCount() {
        byte[] text = new byte[TypeDetector.HEAD_BYTES + 1];
        Arrays.fill(text, (byte) 'x');
        text[TypeDetector.HEAD_BYTES] = 0;
        assertEquals(ContentType.TEXT, type(text));
        assertThrows(IndexOutOfBoundsException.class, () -> TypeDetector.detect(text, text.length + 1));
    }

    private static ContentType type(byte[] bytes) {
        return TypeDetector.detect(bytes, bytes.length);
    }

    /** A program of DOS of 8 KiB with {@code newer} at {@code place}. */
    private static byte[] dos(int place, String newer) {
        byte[] program = new byte[8192];
        program[0] = 'M';
        program[1] = 'Z';
        putInt(program, 0x3c, place);
        System.arraycopy(latin1(newer), 0, program, place, newer.length());
        return program;
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
