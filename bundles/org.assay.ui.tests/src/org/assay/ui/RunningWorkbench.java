package org.assay.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.ui.presenter.DetailsMode;
import org.assay.ui.work.CaseJob;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The real workbench on a thread of its own, driven from the test's thread. */
final class RunningWorkbench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch started = new CountDownLatch(1);
    private final AtomicReference<Display> display = new AtomicReference<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::run, "workbench");

    /** The thread's class loader finds no bundle's classes, as the one of the product's main thread. */
    RunningWorkbench() throws InterruptedException {
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        assertTrue(started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the workbench did not start in time");
        rethrow();
    }

    private void run() {
        try {
            display.set(PlatformUI.createDisplay());
            PlatformUI.createAndRunWorkbench(display.get(), new CaseAdvisor(Optional.empty(), started::countDown));
            display.get().dispose();
        } catch (RuntimeException | Error e) {
            failure.set(e);
        } finally {
            started.countDown();
        }
    }

    private void rethrow() {
        if (failure.get() != null) {
            throw new AssertionError("the workbench failed", failure.get());
        }
    }

    /** Runs {@code work} on the workbench's thread and gives what it gives. */
    <T> T onUi(Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        display.get().syncExec(() -> {
            try {
                result.set(work.get());
            } catch (RuntimeException | Error e) {
                thrown.set(e);
            }
        });
        if (thrown.get() != null) {
            throw new AssertionError("failed on the workbench's thread", thrown.get());
        }
        return result.get();
    }

    void doOnUi(Runnable work) {
        onUi(() -> {
            work.run();
            return work;
        });
    }

    /** Asks on the workbench's thread again and again until there is an answer. */
    <T> T await(String what, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> answer = onUi(question);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new AssertionError("waited in vain for " + what);
    }

    /** Waits until all work on the case is done and its results are shown. */
    void settle() {
        do {
            try {
                Job.getJobManager().join(CaseJob.class, null);
            } catch (InterruptedException | OperationCanceledException e) {
                throw new AssertionError(e);
            }
            doOnUi(() -> { });
        } while (Job.getJobManager().find(CaseJob.class).length > 0);
    }

    <T> T service(Class<T> type) {
        return PlatformUI.getWorkbench().getService(type);
    }

    IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** All controls of this type in the window; on the workbench's thread. */
    <T extends Control> Stream<T> controls(Class<T> type) {
        return all(window().getShell()).filter(type::isInstance).map(type::cast);
    }

    static Stream<Control> all(Control control) {
        return control instanceof Composite composite
                ? Stream.concat(Stream.of(control), Arrays.stream(composite.getChildren()).flatMap(RunningWorkbench::all))
                : Stream.of(control);
    }

    /** The grid that has a column of this title; on the workbench's thread. */
    NatTable grid(String title) {
        return controls(NatTable.class).filter(grid -> column(grid, title) >= 0).findFirst().orElseThrow();
    }

    static int column(NatTable grid, String title) {
        return IntStream.range(0, grid.getColumnCount()).filter(column -> title.equals(grid.getDataValueByPosition(column, 0))).findFirst()
                .orElse(-1);
    }

    /** The cells in view of a column of this title, the first row first. */
    List<String> cells(String grid, String title) {
        return onUi(() -> {
            NatTable table = grid(grid);
            int column = column(table, title);
            return IntStream.range(1, table.getRowCount()).mapToObj(row -> (String) table.getDataValueByPosition(column, row)).toList();
        });
    }

    /** All that the details tell. */
    String details() {
        return onUi(() -> controls(StyledText.class).map(StyledText::getText).collect(Collectors.joining("\n")));
    }

    /** Whether a line across a view says this. */
    boolean warns(String sentence) {
        return onUi(() -> controls(Label.class)
                .anyMatch(label -> label.isVisible() && label.getText().contains(sentence)));
    }

    /** Presses the button of this mode. */
    void chooseDetails(DetailsMode mode) {
        doOnUi(() -> {
            ToolItem button = controls(ToolBar.class).flatMap(bar -> Arrays.stream(bar.getItems()))
                    .filter(item -> item.getText().strip().equals(mode.label())).findFirst()
                    .orElseThrow();
            button.setSelection(true);
            button.notifyListeners(SWT.Selection, new Event());
        });
        settle();
    }

    /** The window as it is on the screen; on the workbench's thread. */
    ImageData picture() {
        Shell shell = window().getShell();
        shell.forceActive();
        shell.update();
        Rectangle area = shell.getBounds();
        Image image = new Image(display.get(), area.width, area.height);
        GC screen = new GC(display.get());
        screen.copyArea(image, area.x, area.y);
        screen.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return data;
    }

    /** When all work is done: while some is going on, the workbench asks whether it is to end. */
    @Override
    public void close() throws InterruptedException {
        settle();
        IWorkbench workbench = PlatformUI.getWorkbench();
        display.get().asyncExec(workbench::close);
        thread.join(PATIENCE);
        rethrow();
        assertTrue(!thread.isAlive(), "the workbench did not end in time");
    }
}
