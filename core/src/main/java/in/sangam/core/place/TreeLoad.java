package in.sangam.core.place;

import in.sangam.core.config.ConfigError;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigException;
import in.sangam.core.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a department's file of its own tree into the folder of places: whole, or not at all. */
public final class TreeLoad {

    private TreeLoad() {}

    /**
     * Checks the file against the places and puts it in the place of the tree's file. No unit is taken away, since records may stand
     * at it: one that is no more has a day in {@code to}.
     *
     * @param folder with one file a level of places
     * @param tree word of the department, e.g. {@code police}
     * @param file CSV with {@code code,level,name_en,name_hi,parent,covers} and, where they are known, {@code from,to}
     * @return how many units the tree has then
     * @throws ConfigException with every error, by file and line; nothing is changed
     */
    public static int take(Path folder, String tree, Path file) throws IOException {
        ConfigErrors errors = new ConfigErrors();
        TreeFiles files = new TreeFiles(PlaceFiles.places(new ConfigFolder(folder), errors), errors);
        Set<String> now = codes(files.read(tree, file));
        errors.throwIfAny();
        Path target = folder.resolve(TreeFiles.FOLDER).resolve(tree + TreeFiles.ENDING);
        if (Files.exists(target)) {
            Set<String> missing = codes(files.read(tree, target));
            missing.removeAll(now);
            missing.forEach(code -> errors.add(new ConfigError(
                    file.toString(),
                    0,
                    "code",
                    "Unit '" + code + "' of the tree is missing",
                    "Keep its row, and write in 'to' the last day on which it was there")));
            errors.throwIfAny();
        }
        Files.createDirectories(target.getParent());
        Path fresh = Files.createTempFile(target.getParent(), tree, ".new");
        try {
            Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return now.size();
    }

    private static Set<String> codes(List<Unit> units) {
        return units.stream().map(Unit::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
