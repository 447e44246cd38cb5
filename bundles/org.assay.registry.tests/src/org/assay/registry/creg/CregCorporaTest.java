package org.assay.registry.creg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.registry.RegistryFiles;
import org.assay.registry.Programs;
import org.assay.registry.Recording;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real registry files of Windows 9x, compared with what two independent programs read in them. */
@NeedsCorpora
class CregCorporaTest {

    /** One line a key and a value, in the order of the file, names and data in hexadecimal. */
    private static final String PERL = "Parse::Win32Registry::set_codepage('iso-8859-1'); my @k = Parse::Win32Registry->new($ARGV[0])"
            + "->get_root_key; while (my $k = pop @k) { my $p = substr($k->get_path, 1); print 'K ', unpack('H*', $p), qq(\\n);"
            + " for ($k->get_list_of_values) { print join(' ', 'V', unpack('H*', $_->get_name), $_->get_type,"
            + " unpack('H*', $_->get_raw_data)), qq(\\n) } push @k, reverse $k->get_list_of_subkeys }";

    private static final Pattern DUMP = Pattern.compile("[0-9a-f]{8}: ((?:[0-9a-f]{2} {1,2}){1,16}) .*");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"SYSTEM.DAT,4999,15858", "USER.DAT,788,1518"})
    void everyKeyAndValueOfAValidFileIsRead(String name, int keys, int values) {
        Recording recording = read(name, new CregReader());
        assertEquals(keys, recording.keys().size());
        assertEquals(values, recording.values().size());
        assertEquals(List.of(), recording.problems.stream().filter(problem -> problem.kind() != Kind.ENCODING_GUESSED).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYSTEM.DAT", "USER.DAT"})
    void theTreeIsTheOneThatParseWin32RegistryReads(String name) throws IOException {
        Path file = file(name);
        assumeTrue(Programs.isThere("perl") && Programs.run(folder, "perl", "-MParse::Win32Registry", "-e", "1").isPresent(),
                "Parse::Win32Registry of Perl is not installed");
        String listed = Programs.run(folder, "perl", "-MParse::Win32Registry", "-e", PERL, file.toString()).orElseThrow();
        List<String> ours = new ArrayList<>();
        new CregReader(StandardCharsets.ISO_8859_1).read(file.toString(), RegistryFiles.bytes(file), new Recording() {
            @Override
            public void key(RegistryKey key) {
                ours.add("K " + hex(String.join("\\", key.path()).getBytes(StandardCharsets.ISO_8859_1)));
            }

            @Override
            public void value(RegistryValue value) {
                ours.add("V " + hex(value.name().getBytes(StandardCharsets.ISO_8859_1)) + " " + value.type() + " " + hex(stored(value)));
            }
        });
        assertEquals(listed.lines().toList(), ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYSTEM.DAT", "USER.DAT"})
    void theTreeIsTheOneThatCregexportReads(String name) throws IOException {
        Path file = file(name);
        assumeTrue(Programs.isThere("cregexport"), "cregexport of libcreg is not on the search path");
        List<String> listed = listed(Programs.run(folder, "cregexport", file.toString()).orElseThrow());
        List<String> ours = new ArrayList<>();
        new CregReader().read(file.toString(), RegistryFiles.bytes(file), new Recording() {
            @Override
            public void key(RegistryKey key) {
                ours.add("Key path: " + ascii(String.join("\\", key.path())));
            }

            @Override
            public void value(RegistryValue value) {
                ours.add("Value: " + (value.name().isEmpty() ? "(default)" : ascii(value.name())) + " " + size(value));
            }
        });
        List<String> data = new ArrayList<>();
        new CregReader(StandardCharsets.ISO_8859_1).read(file.toString(), RegistryFiles.bytes(file), new Recording() {
            @Override
            public void value(RegistryValue value) {
                data.add(value.type() == RegistryType.DWORD ? "" : hex(stored(value)));
            }
        });
        assertEquals(listed.stream().filter(line -> !line.startsWith("Data: ")).toList(), ours);
        assertEquals(listed.stream().filter(line -> line.startsWith("Data: ")).map(line -> line.substring(6)).toList(), data);
    }

    private static int size(RegistryValue value) {
        return stored(value).length;
    }

    /** Key paths, names of values with the size of their data, and the data of each from its dump. */
    private static List<String> listed(String export) {
        List<String> found = new ArrayList<>();
        for (String line : export.lines().toList()) {
            Matcher dump = DUMP.matcher(line);
            if (line.startsWith("Key path: ")) {
                found.add(ascii(line));
            } else if (line.startsWith("Value: ")) {
                found.add("Value: " + ascii(line.substring(line.indexOf(' ', 7) + 1)));
            } else if (line.startsWith("Data size: ")) {
                found.set(found.size() - 1, found.getLast() + " " + line.substring(11));
                found.add("Data: ");
            } else if (dump.matches()) {
                found.set(found.size() - 1, found.getLast() + dump.group(1).replace(" ", ""));
            }
        }
        return found;
    }

    /** The data with one byte a character again and without the terminator that the file does not have. */
    private static byte[] stored(RegistryValue value) {
        if (!RegistryType.isAnsiText(value.type())) {
            return value.data();
        }
        String text = Utf16.decode(value.data(), 0, value.data().length);
        return (value.type() == RegistryType.SZ ? text.substring(0, text.length() - 1) : text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\x00-\\x7f]", "?");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Recording read(String name, CregReader reader) {
        Recording recording = new Recording();
        reader.read(name, RegistryFiles.bytes(file(name)), recording);
        return recording;
    }

    private static Path file(String name) {
        return Corpora.hives().resolve("dfwinreg").resolve(name);
    }
}
