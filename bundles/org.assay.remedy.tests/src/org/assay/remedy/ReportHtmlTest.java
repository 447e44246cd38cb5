package org.assay.remedy;

import static org.assay.remedy.Changes.added;
import static org.assay.remedy.Changes.contents;
import static org.assay.remedy.Changes.untagged;
import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.change.TaggedChange;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z!][a-zA-Z0-9]*)([^<>]*)>");
    private static final Set<String> EMPTY = Set.of("!DOCTYPE", "meta");

    private static String html(ExportContents contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportHtml.write(contents, Routing.of(contents), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** All distinct start tags, attributes included; every tag must be closed in order. */
    private static Set<String> tags(String html) {
        Set<String> tags = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(html);
        int end = 0;
        while (tag.find()) {
            assertFalse(html.substring(end, tag.start()).matches("(?s).*[<>].*") && !"style".equals(open.peek()),
                    html.substring(end, tag.start()));
            end = tag.end();
            if (!tag.group(1).isEmpty()) {
                assertEquals(open.pop(), tag.group(2));
            } else {
                tags.add(tag.group(2) + tag.group(3).replaceAll("id=\"\\w+\"", "id"));
                if (!EMPTY.contains(tag.group(2))) {
                    open.push(tag.group(2));
                }
            }
        }
        assertTrue(open.isEmpty(), open::toString);
        return tags;
    }

    @Test
    void hostileTextAddsNoMarkup() throws IOException {
        Set<String> tags = tags(html(Hostile.contents()));
        assertEquals(Set.of("!DOCTYPE html", "a href=\"#changes\"", "a href=\"#gaps\"", "a href=\"#manual\"", "a href=\"#open\"",
                "a href=\"#plan\"",
                "a href=\"#leads\"", "a href=\"#startup\"", "bdi class=\"evidence\"", "body", "div class=\"warning\"", "footer", "h1",
                        "h2 id", "h3", "head",
                        "header",
                "html lang=\"en\"", "li", "meta charset=\"utf-8\"",
                "meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"",
                "meta name=\"referrer\" content=\"no-referrer\"",
                "meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"", "nav",
                "ol class=\"steps\"", "p", "p class=\"note\"", "span class=\"mark high\"", "span class=\"mark info\"",
                        "span class=\"mark low\"",
                "span class=\"mark medium\"", "span class=\"note\"", "strong", "style", "table", "tbody", "td", "td class=\"decision\"",
                "td class=\"number\"", "td class=\"word\"", "th", "th scope=\"col\"", "th scope=\"row\"", "thead", "title", "tr", "ul"),
                        tags);
    }

    @Test
    void hostileTextHidesNothing() throws IOException {
        String html = html(Hostile.contents());
        assertTrue(html.codePoints().allMatch(point -> point == '\n' || point >= ' ' && (point < 0x7f || point > 0x9f)));
        assertFalse(html.matches("(?s).*[\u200b\u202e\u2028].*"));
    }

    @Test
    void gapsAreSaidFirst() throws IOException {
        String html = html(Hostile.contents());
        assertTrue(html.indexOf("Not everything could be read.") < html.indexOf("<nav>"));
        assertFalse(html(contents()).contains("Not everything could be read."));
    }

    @Test
    void aLongTableIsCutAndSaysSo() throws IOException {
        List<TaggedChange> many = new ArrayList<>();
        for (int number = 1; number <= 5_003; number++) {
            many.add(untagged(added(number, file("C:/" + number, "x"))));
        }
        String html = html(contents(many, List.of(), List.of(), List.of()));
        assertTrue(html.contains("These are the first 5000 of 5003. All of them are in changes.csv"), "the sentence");
        assertTrue(html.contains("C:\\5000<") && !html.contains("C:\\5001<"));
    }
}
