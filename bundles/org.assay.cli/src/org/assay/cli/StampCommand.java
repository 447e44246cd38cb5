package org.assay.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.assay.app.Case;
import org.assay.app.custody.StampSeal;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;

/** {@code assay stamp}: has an authority say when a seal was there. */
@Command(name = "stamp", description = "Have a time-stamping authority (RFC 3161) say when a seal was"
        + " there: over the network, or, where there"
        + " is none, by a request that is carried to it and an answer that is brought back.",
        footer = {"", "Example:", "  assay stamp -c outbreak 1 --tsa http://tsa.example/",
            "  assay stamp -c outbreak 1 --request seal-1.tsq",
                "  assay stamp -c outbreak 1 --reply seal-1.tsr"})
final class StampCommand extends CommandOnCase {

    @Parameters(paramLabel = "SEAL", description = "The seal's number.")
    private long seal;

    @Option(names = "--tsa", paramLabel = "URL", description = "Where the authority answers.")
    private Optional<String> authority;

    @Option(names = "--request", paramLabel = "FILE", description = "Write the request to this file, which must not be there.")
    private Optional<Path> request;

    @Option(names = "--reply", paramLabel = "FILE", description = "The authority's answer.")
    private Optional<Path> reply;

    @Override
    protected void check() {
        if (Stream.of(authority, request, reply).filter(Optional::isPresent).count() != 1) {
            throw line().refusal("give one of --tsa, --request and --reply");
        }
    }

    @Override
    protected boolean onlyReads() {
        return request.isPresent();
    }

    @Override
    protected int run(Case openCase) {
        StampSeal stamp = new StampSeal(seal);
        request.ifPresent(file -> {
            stamp.writeRequest(openCase, file);
            assay().terminal().say("written: " + file + "; bring the answer back with --reply");
        });
        authority.ifPresent(address -> say(stamp.ask(openCase, address)));
        reply.ifPresent(file -> say(stamp.take(openCase, file)));
        return ExitCode.OK;
    }

    private void say(Instant time) {
        assay().terminal().say("seal " + seal + " was there at " + time + ", as its time stamp says");
    }
}
