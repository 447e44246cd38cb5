package org.assay.registry.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.assay.registry.ByteSource;
import org.assay.registry.HiveHeader;
import org.assay.registry.HiveLog;
import org.assay.registry.HiveRecovery;
import org.assay.registry.RegistryText;
import org.assay.registry.header.BaseBlock;
import org.assay.registry.log.HiveLogFile.UnusableLogException;

/**
 * Brings a dirty hive up to date from its transaction logs, in memory and as Windows does (M. Suhanov, "Windows registry file format
 * specification", sections Dirty state of a hive and Multiple transaction log files). Which of two logs is the earlier one is decided by
 * their sequence numbers, not by their names, because Windows uses them in turn.
 */
public final class HiveReplay {

    private final byte[] hive;
    private final HiveHeader header;
    private final List<HiveLog> applied = new ArrayList<>();
    private final List<HiveLog> refused = new ArrayList<>();
    private byte[] newest;
    private long logBytes;

    private HiveReplay(byte[] hive, HiveHeader header) {
        this.hive = hive;
        this.header = header;
        this.newest = hive;
    }

    /** {@code hive} is not modified; {@code name} is what it is called in the message when it is not a hive. */
    public static HiveReplay of(String name, byte[] hive) {
        return new HiveReplay(hive, BaseBlock.of(ByteBuffer.wrap(hive), name));
    }

    /** Whether the hive is dirty. Windows ignores the logs of one that is not, whatever they hold. */
    public boolean isNeeded() {
        return header.dirty();
    }

    /** The hive with what was applied, or the hive itself. */
    public byte[] newest() {
        return newest;
    }

    public HiveRecovery recovery() {
        List<HiveLog> all = new ArrayList<>(applied);
        all.addAll(refused);
        return new HiveRecovery(header.dirty(), all);
    }

    /** Applies what can be applied of the logs, by their names. */
    public void apply(Map<String, ByteSource> sources) {
        List<HiveLogFile> logs = new ArrayList<>();
        sources.forEach((name, source) -> {
            try (InputStream in = source.open()) {
                HiveLogFile log = HiveLogFile.of(name, in.readAllBytes());
                log.checkBelongsTo(hive, header);
                logs.add(log);
                logBytes += log.bytes().length;
            } catch (UnusableLogException e) {
                refuse(name, e);
            } catch (IOException e) {
                refused.add(new HiveLog.Refused(name, "it cannot be read: " + RegistryText.visible(String.valueOf(e.getMessage()))));
            }
        });
        logs.sort(Comparator.comparingInt(log -> (int) (log.sequence() - start(logs))));
        entries(logs.stream().filter(HiveLogFile::isNew).toList());
        pages(logs.stream().filter(log -> !log.isNew()).toList().reversed());
    }

    /** Sequence numbers wrap around, so they are compared relative to this one. */
    private long start(List<HiveLogFile> logs) {
        return header.checksumValid() ? header.secondarySequence() : logs.getFirst().sequence();
    }

    private void refuse(String log, UnusableLogException why) {
        refused.add(new HiveLog.Refused(log, why.getMessage()));
    }

    /**
     * Applies logs of the new format, given in ascending order. The first may start later than the hive says: real ones do, and Windows
     * applies them. Of a hive with a damaged base block Windows takes the last log alone.
     */
    private void entries(List<HiveLogFile> logs) {
        HiveImage image = new HiveImage(hive, logBytes);
        long next = header.secondarySequence();
        for (HiveLogFile log : logs) {
            try {
                if (!header.checksumValid() && log != logs.getLast()) {
                    throw new UnusableLogException("the hive's base block is damaged, in which case Windows applies only the newest log");
                }
                if (!applied.isEmpty() && log.sequence() != next) {
                    throw new UnusableLogException("it starts with sequence number " + log.sequence() + ", but " + next + " was expected");
                }
                HiveLog.Applied done = new HiveLogEntries(log, image).apply(header.checksumValid() ? next : log.sequence());
                applied.add(done);
                next = done.lastSequence() + 1 & 0xffff_ffffL;
            } catch (UnusableLogException e) {
                refuse(log.name(), e);
            }
        }
        if (!applied.isEmpty()) {
            newest = image.bytes();
        }
    }

    /** Applies the first fitting log of the old format, given the newest first. */
    private void pages(List<HiveLogFile> logs) {
        for (HiveLogFile log : logs) {
            try {
                if (!applied.isEmpty()) {
                    throw new UnusableLogException("another log was already applied, and only one can be");
                }
                log.checkTime(hive, header);
                HiveImage image = new HiveImage(hive, logBytes);
                applied.add(new HiveLogPages(log, image).apply());
                newest = image.bytes();
            } catch (UnusableLogException e) {
                refuse(log.name(), e);
            }
        }
    }
}
