package org.assay.remedy.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;
import org.assay.model.text.Visible;
import org.assay.remedy.offline.PlanTree.InvalidPlanException;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Step;

/**
 * A plan as an export wrote it, {@code plan.json} ({@code docs/plan.schema.json}), as far as a mounted disk needs it.
 *
 * @param folder the export
 * @param sha256 that of the plan's file, in hexadecimal digits
 * @param steps what is carried out here, in order
 * @param scripted the numbers of those that {@code remedy.sh} does, too; it numbers its trees by them
 * @param manualSteps how many steps are left to a person
 */
public record PlanFile(Path folder, String sha256, List<Step> steps, Set<Integer> scripted, int manualSteps) {

    /** The file's name in an export. */
    public static final String NAME = "plan.json";
    /** How the plan names what carries its steps out on a mounted disk. */
    public static final String CARRIER = "assay remedy offline";

    /** Version 2 has a kind of step more, which is not done on a mounted disk. */
    private static final Set<Integer> VERSIONS = Set.of(1, 2);
    /** Twenty thousand steps are 20 MB. */
    private static final long MAX_SIZE = 1L << 29;

    public PlanFile {
        steps = List.copyOf(steps);
        scripted = Set.copyOf(scripted);
    }

    /**
     * Reads the plan of an export.
     *
     * @param export its folder, or the plan in it
     * @throws AssayException with {@link ErrorCode#SOURCE} when it cannot be read, is not one, or is not the one of which
     *         {@code SHA256SUMS} has the digest
     */
    public static PlanFile read(Path export) {
        Path file = Files.isDirectory(export) ? export.resolve(NAME) : export;
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw new InvalidPlanException("it is larger than any export writes");
            }
            byte[] json = Files.readAllBytes(file);
            String sha256 = PlannedState.sha256(json);
            Path folder = file.toAbsolutePath().getParent();
            checkSum(folder.resolve("SHA256SUMS"), sha256);
            return read(json, folder, sha256);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The plan " + Visible.text(file.toString()) + " cannot be used: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Name the folder of an export, or export again.", e);
        }
    }

    /**
     * Reads a plan's bytes.
     *
     * @throws IOException when they are none
     */
    static PlanFile read(byte[] json, Path folder, String sha256) throws IOException {
        try {
            return read(PlanTree.read(json), folder, sha256);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidPlanException(e.getMessage());
        }
    }

    private static void checkSum(Path sums, String sha256) throws IOException {
        if (Files.isRegularFile(sums)) {
            for (String line : Files.readAllLines(sums, StandardCharsets.ISO_8859_1)) {
                if (line.endsWith("  " + NAME) && !line.startsWith(sha256)) {
                    throw new InvalidPlanException("it was altered: its SHA-256 is not that in SHA256SUMS");
                }
            }
        }
    }

    private static PlanFile read(PlanTree root, Path folder, String sha256) throws IOException {
        if (!root.text("format").equals("assay-plan") || !VERSIONS.contains(root.count("version"))) {
            throw new InvalidPlanException("it is not a plan of version 1 or 2");
        }
        List<Step> steps = new ArrayList<>();
        Set<Integer> scripted = new HashSet<>();
        int manual = 0;
        for (PlanTree each : root.list("steps", PlanTree.class)) {
            List<String> carriers = each.list("by", String.class);
            if (carriers.contains(CARRIER)) {
                Step step = new Step(each.count("number"), action(each), each.text("reason"));
                steps.add(step);
                if (carriers.contains("remedy.sh")) {
                    scripted.add(step.number());
                }
            } else if (each.has("manual")) {
                manual++;
            }
        }
        return new PlanFile(folder, sha256, steps, scripted, manual);
    }

    private static Action action(PlanTree step) throws IOException {
        int change = step.count("change");
        Location place = location(step);
        Location to = step.findTree("to").isPresent() ? location(step.findTree("to").get()) : place;
        Optional<Item> before = state(step, "before", place);
        Optional<Item> after = state(step, "after", to);
        return switch (step.text("action")) {
            case "restore-value" -> new Action.RestoreValue(change, the(after, ValueItem.class), one(before, ValueItem.class));
            case "restore-key" -> new Action.RestoreKey(change, the(after, KeyItem.class));
            case "remove-value" -> new Action.RemoveValue(change, the(before, ValueItem.class));
            case "remove-key" -> new Action.RemoveKey(change, the(before, KeyItem.class), held(step));
            case "quarantine" -> new Action.Quarantine(change, the(before, FileItem.class));
            case "move-back" -> new Action.MoveBack(change, the(after, FileItem.class), the(before, FileItem.class));
            case "restore-file" -> new Action.RestoreFile(change, the(after, FileItem.class), one(before, FileItem.class));
            case "restore-attributes" -> new Action.RestoreAttributes(change, the(after, FileItem.class), the(before, FileItem.class));
            default -> throw new InvalidPlanException("a step is of another kind than any that is done on a mounted disk");
        };
    }

    private static List<Item> held(PlanTree step) throws IOException {
        List<Item> held = new ArrayList<>();
        for (PlanTree item : step.list("held", PlanTree.class)) {
            held.add(item(item, location(item)));
        }
        return held;
    }

    private static Location location(PlanTree place) throws IOException {
        List<String> names = place.list("components", String.class);
        if (names.isEmpty()) {
            throw new InvalidPlanException("a place has no components");
        }
        return new Location(Space.valueOf(place.text("space")), names);
    }

    private static Optional<Item> state(PlanTree step, String field, Location place) throws IOException {
        if (step.fields().get(field) instanceof String state && state.equals("absent")) {
            return Optional.empty();
        }
        PlanTree state = step.findTree(field).orElseThrow(() -> new InvalidPlanException("a step has no state \"" + field + "\""));
        return Optional.of(item(state, place));
    }

    private static Item item(PlanTree state, Location place) throws IOException {
        return switch (state.text("item")) {
            case "key" -> KeyItem.of(place, Optional.empty(), state.findText("class_name"), bytes(state, "security_hex"),
                    state.has("link"));
            case "value" -> new ValueItem(place, state.findNumber("type").orElseThrow(() -> new InvalidPlanException("a value has no type"))
                    .intValue(), bytes(state, "data_hex").orElse(Bytes.copyOf(new byte[0])));
            case "file" -> file(state, place);
            default -> throw new InvalidPlanException("an item is of no kind that is known");
        };
    }

    private static FileItem file(PlanTree state, Location place) throws IOException {
        FileKind kind = FileKind.valueOf(state.text("file_kind"));
        Optional<Bytes> sha256 = bytes(state, "sha256");
        Optional<String> target = state.findText("target");
        if (kind != FileKind.DIRECTORY && (kind == FileKind.FILE ? sha256 : target).isEmpty()) {
            throw new InvalidPlanException("what a file or link is, is not said");
        }
        SortedMap<String, Bytes> extended = new TreeMap<>();
        for (PlanTree attribute : state.list("extended_attributes", PlanTree.class)) {
            extended.put(attribute.text("name"),
                    bytes(attribute, "value_hex").orElseThrow(() -> new InvalidPlanException("an extended attribute has no value")));
        }
        FileDetails details = FileDetails.NONE.withExtended(extended);
        Optional<String> modified = state.findText("modified");
        return new FileItem(place, kind, state.findNumber("size_bytes").orElse(0L),
                FileTimes.modifiedAt(modified.map(Instant::parse).orElse(Instant.MIN)),
                state.findText("mode").map(mode -> Integer.parseInt(mode, 8)),
                state.findText("owner"), state.findText("group"), sha256, target, details);
    }

    private static Optional<Bytes> bytes(PlanTree state, String field) throws IOException {
        return state.findText(field).map(HexFormat.of()::parseHex).map(Bytes::copyOf);
    }

    private static <T extends Item> Optional<T> one(Optional<Item> item, Class<T> type) throws IOException {
        if (item.isPresent() && !type.isInstance(item.get())) {
            throw new InvalidPlanException("a step is about something else than its place");
        }
        return item.map(type::cast);
    }

    private static <T extends Item> T the(Optional<Item> item, Class<T> type) throws IOException {
        return one(item, type).orElseThrow(() -> new InvalidPlanException("a step lacks a state that it needs"));
    }
}
