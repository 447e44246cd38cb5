package org.assay.startup.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.assay.startup.tree.Steps;

/**
 * Finds the values whose path patterns match a path, component by component, without regard to how many patterns there are.
 *
 * @param <T> what is found
 */
public final class PathTrie<T> {

    private final UnaryOperator<String> fold;
    private final Node<T> root = new Node<>(false);

    /** {@code fold} makes equal what counts as the same name. */
    public PathTrie(UnaryOperator<String> fold) {
        this.fold = fold;
    }

    /** Lets {@code path} find {@code value}. Not while it is searched. */
    public void add(List<NamePattern> path, T value) {
        Node<T> node = root;
        for (NamePattern component : path) {
            node = component.deep() ? node.deep() : node.child(component);
        }
        node.add(value);
    }

    /** Where every path begins. */
    State<T> start() {
        List<Node<T>> nodes = new ArrayList<>();
        root.enter(nodes);
        return State.of(nodes);
    }

    /** One step down from {@code state} to the component {@code name}. */
    State<T> next(State<T> state, String name) {
        if (state.isDead()) {
            return state;
        }
        String folded = fold.apply(name);
        List<Node<T>> nodes = new ArrayList<>(0);
        for (Node<T> node : state.nodes) {
            node.step(folded, nodes);
        }
        return nodes.equals(state.nodes) ? state : State.of(nodes);
    }

    /** A walk that remembers the last path, for paths that come in order. */
    public Walk<T> walk() {
        return new Walk<>(this);
    }

    /** Everything that the components so far may still lead to. */
    public static final class State<T> {

        private static final State<?> DEAD = new State<>(List.of(), List.of());

        private final List<Node<T>> nodes;
        private final List<T> values;

        private State(List<Node<T>> nodes, List<T> values) {
            this.nodes = nodes;
            this.values = values;
        }

        @SuppressWarnings("unchecked")
        private static <T> State<T> of(List<Node<T>> nodes) {
            if (nodes.isEmpty()) {
                return (State<T>) DEAD;
            }
            List<T> values = List.of();
            for (Node<T> node : nodes) {
                if (!node.values.isEmpty()) {
                    List<T> more = new ArrayList<>(values);
                    more.addAll(node.values);
                    values = more;
                }
            }
            return new State<>(nodes, values);
        }

        /** Whether nothing can be found here or further down. */
        boolean isDead() {
            return nodes.isEmpty();
        }

        /** What is found exactly here. */
        public List<T> values() {
            return values;
        }
    }

    /** Steps only through the components that differ from the path before. For one thread. */
    public static final class Walk<T> {

        private final PathTrie<T> trie;
        private final List<String> names = new ArrayList<>();
        private final List<State<T>> states = new ArrayList<>();

        private Walk(PathTrie<T> trie) {
            this.trie = trie;
            states.add(trie.start());
        }

        /** The state after the components {@code from}, inclusive, to {@code to}, exclusive. */
        public State<T> to(List<String> components, int from, int to) {
            int shared = 0;
            int depth = to - from;
            while (shared < names.size() && shared < depth && names.get(shared).equals(components.get(from + shared))) {
                shared++;
            }
            if (shared == depth) {
                return states.get(depth);
            }
            if (states.get(shared).isDead()) {
                return states.get(shared);
            }
            names.subList(shared, names.size()).clear();
            states.subList(shared + 1, states.size()).clear();
            State<T> state = states.get(shared);
            for (int at = shared; at < depth && !state.isDead(); at++) {
                names.add(components.get(from + at));
                state = trie.next(state, components.get(from + at));
                states.add(state);
            }
            return state;
        }
    }

    private static final class Node<T> {

        private final boolean loops;
        private List<T> values = List.of();
        /** Empty until there are children, which most nodes never have. */
        private Map<String, Node<T>> byKey = Map.of();
        private Map<String, List<Node<T>>> byName = Map.of();
        private List<Tested<T>> tested = List.of();
        private Node<T> below;

        private Node(boolean loops) {
            this.loops = loops;
        }

        private Node<T> deep() {
            if (loops) {
                return this;
            }
            below = Objects.requireNonNullElseGet(below, () -> new Node<>(true));
            return below;
        }

        private void add(T value) {
            values = values.isEmpty() ? new ArrayList<>(1) : values;
            values.add(value);
        }

        private Node<T> child(NamePattern pattern) {
            if (byKey.isEmpty()) {
                byKey = new HashMap<>(4);
                byName = new HashMap<>(4);
                tested = new ArrayList<>(0);
            }
            return byKey.computeIfAbsent(pattern.key(), _ -> {
                Node<T> made = new Node<>(false);
                pattern.names().forEach(name -> byName.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(made));
                pattern.test().ifPresent(test -> tested.add(new Tested<>(test, made)));
                return made;
            });
        }

        private void step(String name, List<Node<T>> into) {
            if (loops) {
                enter(into);
            }
            for (Node<T> node : byName.getOrDefault(name, List.of())) {
                node.enter(into);
            }
            for (Tested<T> other : tested) {
                if (other.test.test(name)) {
                    other.node.enter(into);
                }
            }
        }

        private void enter(List<Node<T>> into) {
            if (!into.contains(this)) {
                into.add(this);
            }
            if (below != null && !into.contains(below)) {
                into.add(below);
            }
        }
    }

    private record Tested<T>(Predicate<String> test, Node<T> node) {
    }
}
