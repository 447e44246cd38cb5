package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Divides a rectangle into one for each of some things, as large as they weigh and as near to squares as can be.
 *
 * <p>The way is that of M. Bruls, K. Huizing and J. J. van Wijk, "Squarified Treemaps", 2000.
 */
final class Treemap {

    private Treemap() {
    }

    /** A thing in its place, in the unit of the whole. */
    record Placed<T>(T thing, double x, double y, double width, double height) {
    }

    /** The whole, less what was given away. */
    private record Room(double x, double y, double width, double height) {

        double shorter() {
            return Math.min(width, height);
        }
    }

    /** @param weight greater than 0 for each */
    static <T> List<Placed<T>> of(List<T> things, ToDoubleFunction<T> weight, double width, double height) {
        List<T> rest = things.stream().sorted(Comparator.comparingDouble(weight).reversed()).toList();
        double area = width * height / rest.stream().mapToDouble(weight).sum();
        List<Placed<T>> placed = new ArrayList<>();
        Room room = new Room(0, 0, width, height);
        int at = 0;
        while (at < rest.size()) {
            int end = at + 1;
            double sum = weight.applyAsDouble(rest.get(at)) * area;
            double largest = sum;
            double worst = worst(largest, largest, sum, room.shorter());
            while (end < rest.size()) {
                double next = weight.applyAsDouble(rest.get(end)) * area;
                double then = worst(largest, next, sum + next, room.shorter());
                if (then > worst) {
                    break;
                }
                worst = then;
                sum += next;
                end++;
            }
            room = place(rest.subList(at, end), thing -> weight.applyAsDouble(thing) * area, sum, room, placed);
            at = end;
        }
        return placed;
    }

    /** How far the worst of a row is from a square. */
    private static double worst(double largest, double smallest, double sum, double side) {
        double square = side * side;
        return Math.max(square * largest / (sum * sum), sum * sum / (square * smallest));
    }

    private static <T> Room place(List<T> row, ToDoubleFunction<T> area, double sum, Room room, List<Placed<T>> placed) {
        boolean upright = room.width() >= room.height();
        double thick = sum / room.shorter();
        double along = 0;
        for (T thing : row) {
            double length = area.applyAsDouble(thing) / thick;
            placed.add(upright ? new Placed<>(thing, room.x(), room.y() + along, thick, length)
                    : new Placed<>(thing, room.x() + along, room.y(), length, thick));
            along += length;
        }
        return upright ? new Room(room.x() + thick, room.y(), room.width() - thick, room.height())
                : new Room(room.x(), room.y() + thick, room.width(), room.height() - thick);
    }
}
