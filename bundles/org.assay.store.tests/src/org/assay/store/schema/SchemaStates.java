package org.assay.store.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import org.assay.store.channel.CaseFiles;
import org.assay.store.database.Migrations;
import org.h2.Driver;
import org.h2.store.fs.FilePath;

/** Finds out what H2 keeps of scripts: runs them on an empty database in memory and looks after every statement. */
public final class SchemaStates {

    private static final String NAME = "nioMemFS:schema-states";

    private static final String COPY = "nioMemFS:schema-states-copy";

    private SchemaStates() {
    }

    /**
     * Writes what is right by now over the list in the room.
     *
     * @param arguments the path of {@code schema-states.txt}
     */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), of(Migrations.standard().scripts()).text());
    }

    /** The schema of cases that these scripts make. */
    public static CaseSchema of(List<String> scripts) {
        Properties user = new Properties();
        user.setProperty("user", "assay");
        user.setProperty("password", "");
        List<Integer> ends = new ArrayList<>();
        List<Set<String>> states = new ArrayList<>();
        try (Connection connection = new Driver().connect("jdbc:h2:" + NAME, user); Statement statement = connection.createStatement()) {
            states.add(state(statement));
            for (String script : scripts) {
                for (String sql : statements(script)) {
                    statement.execute(sql);
                    states.add(state(statement));
                }
                ends.add(states.size() - 1);
            }
            statement.execute("shutdown");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            FilePath.get(NAME + ".mv.db").delete();
        }
        return CaseSchema.through(ends, states);
    }

    /** A script has semicolons at the ends of its statements only. */
    private static List<String> statements(String script) {
        return Arrays.stream(script.replaceAll("(?m)^--.*$", "").split(";")).map(String::strip).filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static Set<String> state(Statement statement) throws SQLException, IOException {
        statement.execute("checkpoint");
        try (InputStream in = FilePath.get(NAME + ".mv.db").newInputStream();
                OutputStream out = FilePath.get(COPY).newOutputStream(false)) {
            out.write(in.readAllBytes());
        }
        try {
            return CaseSchema.state(SchemaCheck.read(CaseFiles.hold(COPY, true)).objects());
        } finally {
            CaseFiles.release(COPY);
            FilePath.get(COPY).delete();
        }
    }
}
