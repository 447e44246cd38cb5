package org.assay.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.model.item.ContentTrait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTraitsTest {

    private static final byte[] CHANCE = new byte[100_000];

    static {
        new Random(42).nextBytes(CHANCE);
    }

    @Test
    void chanceIsNoticed() {
        assertEquals(Set.of(ContentTrait.RANDOM), traits(CHANCE));
    }

    @Test
    void tooLittleOrUnevenDataIsNot() {
        byte[] uneven = CHANCE.clone();
        for (int at = 0; at < uneven.length; at += 10) {
            uneven[at] = 0;
        }
        assertEquals(Set.of(), traits(Arrays.copyOf(CHANCE, 500)));
        assertEquals(Set.of(), traits(uneven));
    }

    /** What is of a known type looks like chance behind its header, and has every right to. */
    @Test
    void aKnownTypeIsNotRandom() {
        byte[] zip = CHANCE.clone();
        System.arraycopy(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}, 0, zip, 0, 10);
        assertEquals(Set.of(), traits(zip));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<?php @eval($_POST['x']); ?> | EVALUATES,READS_REQUESTS",
        "<?php system($_GET['c']); | RUNS_COMMANDS,READS_REQUESTS",
        "<?php $f = base64_decode('aWQ='); passthru($f); | RUNS_COMMANDS,DECODES",
        "GIF89a;<?php eval(gzinflate(base64_decode($x))); | EVALUATES,DECODES",
        "<html><?= htmlspecialchars($_GET['q']) ?> | READS_REQUESTS",
        "<?php $db->exec('delete'); $this->system(1); | ''",
        "<%@ Page %><% System.Diagnostics.Process.Start(Request[\"c\"]) %> | RUNS_COMMANDS,READS_REQUESTS",
        "<% Runtime.getRuntime().exec(request.getParameter(\"c\")); %> | RUNS_COMMANDS,READS_REQUESTS",
        "<%eval request(\"x\")%> | EVALUATES,READS_REQUESTS",
        "<?php $f = base64_decode('YXNzZXJ0'); $f($_POST['x']); | EVALUATES,READS_REQUESTS,DECODES",
        "<?php $statement->execute([1]); $redis->eval('x'); assert($a > 1); assert(isset($a)); | ''",
        "<% connection.Execute(sql) %> | ''",
        "<% Execute(request(\"x\")) %> | EVALUATES,READS_REQUESTS",
        "<?php assert($_POST['x']); | EVALUATES,READS_REQUESTS",
        "<?php @assert(base64_decode($x)); | EVALUATES,DECODES",
        "<?php $_GET['f']($_GET['a']); | EVALUATES,READS_REQUESTS",
        "<?php call_user_func($_REQUEST['f'], 1); array_map('system', $x); | EVALUATES,READS_REQUESTS",
        "<?php include '/tmp/.x.php'; | EVALUATES",
        "<?php @require_once(\"../img/logo.png\"); | EVALUATES",
        "<?php include($_GET['page']); | EVALUATES,READS_REQUESTS",
        "<?php require __DIR__ . '/vendor/autoload.php'; include 'style.css'; include './a/../b.php'; | ''",
        "<?php $this->set($_POST['a']); isset($_GET['b']); $list[$_GET['c']] = (1); | READS_REQUESTS"})
    void whatAServerRunsIsToldByItsCalls(String script, String calls) {
        Set<ContentTrait> expected = EnumSet.of(ContentTrait.SERVER_SCRIPT);
        Arrays.stream(calls.split(",")).filter(name -> !name.isEmpty()).map(ContentTrait::valueOf).forEach(expected::add);
        assertEquals(expected, traits(script.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<?xml version='1.0'?><a>eval(</a>", "#!/bin/sh\neval \"$1\"", "system(1); eval(2)"})
    void otherTextIsNoServerScript(String text) {
        assertEquals(Set.of(), traits(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void callsFarBehindTheBeginningCount() {
        String script = "<?php // " + "x".repeat(300_000) + "\neval($_REQUEST[1]);";
        assertEquals(EnumSet.of(ContentTrait.SERVER_SCRIPT, ContentTrait.EVALUATES, ContentTrait.READS_REQUESTS),
                traits(script.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<ContentTrait> traits(byte[] content) {
        ContentProbe probe = new ContentProbe(Set.of(), new ConcurrentHashMap<>());
        for (int at = 0; at < content.length; at += 1000) {
            probe.update(content, at, Math.min(1000, content.length - at));
        }
        return probe.end().traits();
    }
}
