package org.assay.capture.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.capture.file.ChildName;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.capture.file.FolderListing;
import org.assay.capture.file.Gaps;
import org.assay.capture.file.LeftBehindException;
import org.assay.capture.file.NoAnswerException;
import org.assay.capture.walk.WayDown.Level;
import org.assay.model.Location;
import org.assay.model.item.FileKind;
import org.assay.model.snapshot.Gap;

/**
 * Visits everything in a directory tree in {@link Location#ORDER}, a directory before what it holds, without following links and without
 * recursion: an attacker decides how deep the tree is.
 */
final class TreeWalk {

    /** Who is told what the walk meets; may block, and be interrupted then. */
    interface Visitor {

        /** Whether {@code location}, or something below it should it be a directory, is looked at. Makes no calls. */
        boolean takes(Location location);

        /** What is to be told of a directory; {@code folder} is it when it is entered. Makes calls, and nothing else: nobody may wait. */
        Captured look(Location location, FileState state, Optional<Folder> folder);

        /** What {@link #look} told of a directory. */
        void directory(Captured captured) throws InterruptedException;

        /**
         * Names that follow each other and are no directories.
         *
         * @param state what the directory is that holds them
         * @param folder the directory, open for the length of this call
         */
        void others(Location directory, FileState state, Folder folder, List<ChildName> names) throws InterruptedException;

        void gap(Gap gap) throws InterruptedException;

        /** Which file systems stopped answering, so that they are not asked any more. */
        Silence silence();
    }

    /** How deep it goes. Locations hold all names above them, so what waits on the way down grows with the square of the depth. */
    static final int MAX_DEPTH = 4096;

    /** How many names are handed on at once. */
    static final int MAX_OTHER_COUNT = 64;

    /** What was found out about a place. */
    private static final class Answer {

        Optional<Captured> directory = Optional.empty();
        Optional<Gap> gap = Optional.empty();
        /** The directory, when it is walked. */
        Optional<Level> level = Optional.empty();
    }

    /**
     * A question about a place. Whoever asks it makes calls and does not alter the walk, so that another thread can go on when no answer
     * comes.
     */
    private static final class Question {

        final Location location;
        volatile Optional<FileState> state = Optional.empty();
        volatile Optional<Captured> looked = Optional.empty();

        Question(Location location) {
            this.location = location;
        }
    }

    /** What the walk waits for, and what follows when it does not come. */
    private interface Waiting {
        void inVain(NoAnswerException why) throws InterruptedException;
    }

    private final Visitor visitor;
    private final boolean oneFileSystem;
    private final WayDown way = new WayDown();
    /** Names that follow each other and are no directories, not yet handed on. */
    private List<ChildName> others = new ArrayList<>();
    private Optional<Waiting> waiting = Optional.empty();

    TreeWalk(Visitor visitor, boolean oneFileSystem) {
        this.visitor = visitor;
        this.oneFileSystem = oneFileSystem;
    }

    /**
     * Walks from the directory {@code root}, which gets {@code location}, and closes it. Ends early when the thread is interrupted.
     *
     * @throws LeftBehindException when a call took so long that another thread calls {@link #goOn}
     */
    void run(Folder root, Location location) throws InterruptedException, IOException {
        walk(() -> {
            Question question = new Question(location);
            waiting = Optional.of(why -> take(unanswered(question, why)));
            Answer answer = start(root, question);
            waiting = Optional.empty();
            take(answer);
        });
    }

    /**
     * Goes on in place of a thread that was left behind.
     *
     * @throws LeftBehindException as {@link #run}
     */
    void goOn(NoAnswerException why) throws InterruptedException, IOException {
        walk(() -> {
            Optional<Waiting> waited = waiting;
            waiting = Optional.empty();
            if (waited.isPresent()) {
                waited.get().inVain(why);
            }
        });
    }

    /** What comes before the rest of the walk. */
    private interface Beginning {
        void make() throws InterruptedException, IOException;
    }

    private void walk(Beginning beginning) throws InterruptedException, IOException {
        boolean mine = true;
        try {
            beginning.make();
            walk();
        } catch (LeftBehindException e) {
            mine = false;
            throw e;
        } finally {
            if (mine) {
                way.close();
            }
        }
    }

    private void walk() throws InterruptedException, IOException {
        for (Optional<Level> lowest = way.lowest(); lowest.isPresent(); lowest = way.lowest()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Level level = lowest.get();
            if (level.names.hasNext() || !others.isEmpty()) {
                visit(level);
            } else {
                leave();
            }
        }
    }

    private Answer start(Folder root, Question question) throws IOException {
        Answer answer = new Answer();
        boolean walked = false;
        try {
            FileState state = root.state();
            question.state = Optional.of(state);
            walked = enter(root, question, state, answer);
        } catch (IOException e) {
            answer.gap = Optional.of(Gaps.failed(question.location, "read its attributes", e));
        } finally {
            if (!walked) {
                root.close();
            }
        }
        return answer;
    }

    /** Hands on names until there is a directory, which is entered, or none is left. */
    private void visit(Level level) throws InterruptedException, IOException {
        while (level.names.hasNext() && others.size() < MAX_OTHER_COUNT) {
            ChildName name = level.names.next();
            if (!visitor.takes(level.location.child(name.component()))) {
                continue;
            }
            if (name.kind().isPresent() && name.kind().get() != FileKind.DIRECTORY) {
                others.add(name);
                continue;
            }
            Question question = new Question(level.location.child(name.component()));
            waiting = Optional.of(why -> take(level, unanswered(question, why)));
            Optional<Answer> answer = ask(level, name.component(), question);
            waiting = Optional.empty();
            if (answer.isPresent()) {
                take(level, answer.get());
                return;
            }
            others.add(name);
        }
        hand(level);
    }

    private void hand(Level level) throws InterruptedException {
        if (!others.isEmpty()) {
            List<ChildName> handed = List.copyOf(others);
            others = new ArrayList<>();
            visitor.others(level.location, level.state, level.folder(), handed);
        }
    }

    /** Takes the answer to a question about something in {@code level}. */
    private void take(Level level, Answer answer) throws InterruptedException {
        enter(answer);
        hand(level);
        deliver(answer);
    }

    private void take(Answer answer) throws InterruptedException {
        enter(answer);
        deliver(answer);
    }

    /** Comes before anything is told: who is interrupted while telling closes what was entered. */
    private void enter(Answer answer) {
        answer.level.ifPresent(way::enter);
    }

    private void deliver(Answer answer) throws InterruptedException {
        if (answer.directory.isPresent()) {
            visitor.directory(answer.directory.get());
        }
        if (answer.gap.isPresent()) {
            visitor.gap(answer.gap.get());
        }
    }

    /** What is known of a place that does not answer. */
    private Answer unanswered(Question question, NoAnswerException why) {
        question.state.or(() -> way.lowest().map(level -> level.state)).ifPresent(visitor.silence()::unanswered);
        Answer answer = new Answer();
        answer.directory = question.looked.or(() -> question.state.map(state -> visitor.look(question.location, state,
                Optional.empty())));
        answer.gap = Optional.of(Gaps.failed(question.location, question.state.isPresent() ? "list the directory"
                : "read its attributes", why));
        return answer;
    }

    /** Asks what is called {@code name}; empty when it is no directory. */
    private Optional<Answer> ask(Level level, String name, Question question) throws IOException {
        way.closeOneFarAbove();
        Answer answer = new Answer();
        if (visitor.silence().isGivenUp(level.state)) {
            answer.gap = Optional.of(Gaps.givenUp(question.location));
            return Optional.of(answer);
        }
        FileState state;
        try {
            state = level.folder().state(name);
        } catch (IOException e) {
            answer.gap = Optional.of(Gaps.failed(question.location, "read its attributes", e));
            return Optional.of(answer);
        }
        if (state.kind() != FileKind.DIRECTORY) {
            return Optional.empty();
        }
        question.state = Optional.of(state);
        Optional<String> reason = reasonNotToEnter(level, name, state);
        if (visitor.silence().isGivenUp(state)) {
            notEntered(question, state, Gaps.givenUp(question.location), answer);
        } else if (reason.isPresent()) {
            notEntered(question, state, Gaps.unsupported(question.location, reason.get()), answer);
        } else {
            open(level, name, question, state, answer);
        }
        return Optional.of(answer);
    }

    private void open(Level level, String name, Question question, FileState state, Answer answer) throws IOException {
        Folder folder;
        try {
            folder = level.folder().folder(name);
        } catch (IOException e) {
            notEntered(question, state, Gaps.failed(question.location, "list the directory", e), answer);
            return;
        }
        boolean walked = false;
        try {
            if (folder.state().isSameFile(state)) {
                walked = enter(folder, question, state, answer);
            } else {
                notEntered(question, state, Gaps.changed(question.location, "another file took its place while it was opened; not entered"),
                        answer);
            }
        } catch (IOException e) {
            notEntered(question, state, Gaps.failed(question.location, "list the directory", e), answer);
        } finally {
            if (!walked) {
                folder.close();
            }
        }
    }

    private void notEntered(Question question, FileState state, Gap gap, Answer answer) {
        answer.directory = Optional.of(visitor.look(question.location, state, Optional.empty()));
        answer.gap = Optional.of(gap);
    }

    /** Looks before the directory is opened: opening one can mount something there. */
    private Optional<String> reasonNotToEnter(Level level, String name, FileState state) {
        if (way.depth() >= MAX_DEPTH) {
            return Optional.of("not entered: it lies deeper than " + MAX_DEPTH + " directories");
        }
        if (!state.isOnDeviceOf(level.state) || state.mountPoint()) {
            String type = level.folder().fileSystemType(name, state);
            if (PseudoFileSystems.contains(type)) {
                return Optional.of("pseudo file system " + type + " not entered");
            }
            if (oneFileSystem) {
                return Optional.of("not entered: another file system is mounted there");
            }
        }
        return way.leadsThrough(state) ? Optional.of("not entered: it is one of the directories above it again") : Optional.empty();
    }

    /** Whether it is walked now; its folder is closed at the end of it then. */
    private boolean enter(Folder folder, Question question, FileState state, Answer answer) {
        answer.directory = Optional.of(visitor.look(question.location, state, Optional.of(folder)));
        question.looked = answer.directory;
        try {
            FolderListing listing = folder.list();
            visitor.silence().answered(state);
            answer.gap = listing.failure().map(failure -> Gaps.failed(question.location, "list all of the directory", failure));
            answer.level = Optional.of(new Level(question.location, state, folder, listing.names().iterator()));
            return true;
        } catch (IOException e) {
            answer.gap = Optional.of(Gaps.failed(question.location, "list the directory", e));
            return false;
        }
    }

    private void leave() throws InterruptedException, IOException {
        Level level = way.leave();
        waiting = Optional.of(this::giveUpClosed);
        if (way.isClosed()) {
            try {
                way.reopen(level);
            } catch (IOException e) {
                giveUpClosed(e);
            }
        }
        level.close();
        waiting = Optional.empty();
    }

    /** The way back up is lost to those that are closed: somebody moved the directory, or the system failed. The root is always open. */
    private void giveUpClosed(IOException failure) throws InterruptedException {
        while (way.isClosed()) {
            Level lost = way.leave();
            if (lost.names.hasNext()) {
                visitor.gap(Gaps.failed(lost.location, "come back to it and read the rest of it", failure));
            }
        }
    }
}
