package org.assay.model.change;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The rows of a list, each made into something else when it is asked for. */
public final class MappedRows<S, T> extends AbstractList<T> {

    private final List<S> rows;
    private final Function<? super S, ? extends T> mapping;

    public MappedRows(List<S> rows, Function<? super S, ? extends T> mapping) {
        this.rows = rows;
        this.mapping = mapping;
    }

    @Override
    public T get(int index) {
        return mapping.apply(rows.get(index));
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<S> each = rows.iterator();
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public T next() {
                return mapping.apply(each.next());
            }
        };
    }
}
