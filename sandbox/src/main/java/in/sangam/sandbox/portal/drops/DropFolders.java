package in.sangam.sandbox.portal.drops;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The folders into which the small portals drop their files, one a portal. What is in a file is a view of the schema
 * {@code drops}, named by portal and file; a file has its name when it is whole, and the time at which the portals were filled.
 */
public final class DropFolders {

    private static final String FILES =
            "select relname, obj_description(oid) from pg_class where relnamespace = 'drops'::regnamespace order by relname";

    /** A file to drop; its note is the title above the columns of a workbook, or what separates the cells of a CSV file. */
    private record Drop(String portal, String file, @Nullable String note) {

        String view() {
            return "drops.\"" + portal + '/' + file + '"';
        }
    }

    private final Path home;
    private final DataSource tables;

    /** Takes the folder that holds all of them, and the tables behind the portals. */
    public DropFolders(Path home, DataSource tables) {
        this.home = home;
        this.tables = tables;
    }

    /** Drops every file, also one that was taken from there before, and returns the folder of each portal. */
    public Map<String, Path> drop() throws SQLException {
        Map<String, Path> folders = new TreeMap<>();
        try (Connection connection = tables.getConnection()) {
            FileTime filled = filled(connection);
            for (Drop each : drops(connection)) {
                Path folder = Files.createDirectories(home.resolve(each.portal()));
                folders.put(each.portal(), folder);
                Path part = folder.resolve(each.file() + ".part");
                write(connection, each, part);
                Files.setLastModifiedTime(part, filled);
                Files.move(part, folder.resolve(each.file()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files cannot be dropped into " + home, e);
        }
        return folders;
    }

    private static void write(Connection connection, Drop drop, Path to) throws IOException, SQLException {
        try (OutputStream out = Files.newOutputStream(to)) {
            if (drop.file().endsWith(".csv")) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select * from " + drop.view() + ") to stdout (format csv, header, delimiter '"
                                        + (drop.note() == null ? "," : drop.note()) + "')",
                                out);
            } else {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select * from " + drop.view())) {
                    ReturnWorkbook.write(rows, drop.note(), out);
                }
            }
        }
    }

    private static List<Drop> drops(Connection connection) throws SQLException {
        List<Drop> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FILES)) {
            while (rows.next()) {
                String[] name = rows.getString(1).split("/", 2);
                drops.add(new Drop(name[0], name[1], rows.getString(2)));
            }
        }
        return drops;
    }

    private static FileTime filled(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select truth.now()")) {
            row.next();
            return FileTime.from(row.getObject(1, OffsetDateTime.class).toInstant());
        }
    }
}
