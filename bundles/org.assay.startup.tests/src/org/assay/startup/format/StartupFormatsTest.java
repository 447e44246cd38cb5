package org.assay.startup.format;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.assay.startup.SelectedText;
import org.assay.startup.scan.WindowsContextTest;

/** Every format answers whatever bytes it is given, and what it answers is bounded. */
class StartupFormatsTest {

    /** A format and a file of it. */
    record Case(String name, StartupFormat format, byte[] sample) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("shortcut by items", new Shortcut(), new ShortcutBytes().items("C:\\Program Files\\A long name\\evil.exe")
                    .arguments("/x").environment("%windir%\\evil.exe").toArray()),
            new Case("shortcut by volume", new Shortcut(), new ShortcutBytes().local("C:\\evil.exe").string(2, "C:\\").toArray()),
            new Case("shortcut by share", new Shortcut(), new ShortcutBytes().share("\\\\server\\share", "a\\evil.exe").toArray()),
            new Case("internet shortcut", new InternetShortcut(), "[InternetShortcut]\r\nURL=http://evil/\r\n".getBytes()),
            new Case("pif", new PifFile(), new ByteWriter().padTo(0x24).ansi("C:\\EVIL.COM").padTo(0x171).toArray()),
            new Case("task", new TaskFile(), TaskFileTest.xml("<Exec><Command>C:\\evil.exe</Command></Exec>").getBytes()),
            new Case("task in UTF-16", new TaskFile(), ("\ufeff" + TaskFileTest.xml("<Exec><Command>C:\\evil.exe</Command></Exec>"))
                    .getBytes(StandardCharsets.UTF_16LE)),
            new Case("job", new JobFile(), TaskFileTest.job("C:\\evil.exe", "/x", 0)),
            new Case("task actions", new TaskActions(), WindowsContextTest.actions("C:\\evil.exe", "/x")),
            new Case("WMI repository", new WmiRepository(), WmiRepositoryTest.repository()),
            new Case("queue of BITS", new BitsQueue(), BitsQueueTest.queue("x", "C:\\evil.exe", "/x")),
            new Case("batch", new BatchFile(), "@echo off\r\nif exist x call evil.exe | more\r\n".getBytes()),
            new Case("user's crontab", Crontab.ofUser(), "PATH=/opt\n@daily /opt/x%y\n1 2 * * mon /opt/x\n".getBytes()),
            new Case("system's crontab", Crontab.ofSystem(), "SHELL=/bin/sh\n1 2 * * * root /opt/x\n".getBytes()),
            new Case("anacron's table", Crontab.ofAnacron(), "1 5 job /opt/x\n@monthly 5 job /opt/x\n".getBytes()),
            new Case("desktop entry", new DesktopEntry(), "[Desktop Entry]\nExec=/opt/x %u\nHidden=true\n".getBytes()),
            new Case("job of launchd", new LaunchdJob(), SelectedText.plist(Map.of("Label", "job", "Program", "/opt/x")).getBytes()),
            new Case("background items", new BackgroundItems(), BackgroundItemsTest.database("/opt/x", 3)),
            new Case("overrides of launchd", new LaunchdOverrides(), SelectedText.plist(Map.of("job", "true")).getBytes()),
            new Case("columns", new Columns(), "a:/opt/x:y\n# c\nb:\"|/opt/y\"\n".getBytes()),
            new Case("shell", new ShellStartup(), "export LD_PRELOAD=/opt/a.so\n. /opt/b\nif x; then /opt/c $y; fi\n".getBytes()),
            new Case("environment", new EnvironmentFile(), "A=b LD_PRELOAD=/opt/a.so\nLD_AUDIT DEFAULT=/opt/b OVERRIDE=x\n".getBytes()),
            new Case("PAM", new PamRules(), "auth [a=b c=d] pam_exec.so seteuid /opt/x\n@include y\nx auth required z.so\n".getBytes()),
            new Case("authorized keys", new AuthorizedKeys(),
                    "no-pty,command=\"/opt/x \\\"a b\\\"\",environment=\"LD_PRELOAD=/y\" ssh-rsa AAAA z\n".getBytes()),
            new Case("preloaded libraries", new PreloadList(), "/opt/a.so:/opt/b.so # c\n".getBytes()),
            new Case("JSON", new JsonValues(), "{\"a\": [{\"b\": \"x\",},], // c\n}".getBytes()),
            new Case("XML", new XmlValues(), "<a b='x'><c>y</c><c>z</c></a>".getBytes()),
            new Case("template of Office", new OfficeTemplate(), OfficeTemplateTest.template("", "")),
            new Case("property list", new PlistValues(), SelectedText.plist(Map.of("a", Map.of("b", "x"))).getBytes()));

    @Property(tries = 1)
    void everyFormatHasASample() {
        assertEquals(StartupFormats.ALL.stream().map(each -> each.name() + " " + each.getClass()).collect(Collectors.toSet()),
                CASES.stream().map(each -> each.format().name() + " " + each.format().getClass()).collect(Collectors.toSet()));
    }

    @Property(tries = 1)
    void everyFormatHasATestClassOfItsName() {
        Stream.concat(StartupFormats.ALL.stream(), SettingsFormats.ALL.stream()).map(format -> format.getClass().getName() + "Test")
                .forEach(name -> assertDoesNotThrow(() -> Class.forName(name)));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(CASES);
    }

    @Provide
    Arbitrary<Map<Integer, Byte>> changes() {
        return Arbitraries.maps(Arbitraries.integers().between(0, 4095), Arbitraries.bytes()).ofMaxSize(8).map(LinkedHashMap::new);
    }

    @Property(tries = 2000)
    void anyBytesAreAnswered(@ForAll("cases") Case each, @ForAll byte[] content) {
        FormatChecks.check(each.format(), content);
    }

    @Property(tries = 4000)
    void anyDamageToARealFileIsAnswered(@ForAll("cases") Case each, @ForAll("changes") Map<Integer, Byte> changes) {
        byte[] content = each.sample().clone();
        changes.forEach((at, value) -> content[at % content.length] = value);
        FormatChecks.check(each.format(), content);
    }

    @Property(tries = 1)
    void aFileThatEndsAnywhereIsAnswered() {
        for (Case each : CASES) {
            // Of a template the file itself is what starts.
            assertEquals(each.format() instanceof OfficeTemplate, Places.read(each.format(), each.sample()).starts().isEmpty(),
                    each.name());
            for (int length = 0; length < each.sample().length; length++) {
                byte[] content = Arrays.copyOf(each.sample(), length);
                FormatChecks.check(each.format(), content);
            }
        }
    }
}
