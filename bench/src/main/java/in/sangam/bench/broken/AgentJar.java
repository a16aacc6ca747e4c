package in.sangam.bench.broken;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes the agent as a jar, out of the bench's own jar in which it and its library are packed. */
public final class AgentJar {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String PACKAGE = CLASSES + "in/sangam/bench/broken/";
    private static final String LIBRARY = "BOOT-INF/lib/byte-buddy-";

    private AgentJar() {}

    /** Writes into a folder and returns the JVM option that breaks a promise. */
    public static String option(Path folder, Breach breach) throws IOException {
        Path agent = folder.resolve("broken.jar");
        if (!Files.exists(agent)) {
            write(agent, folder.resolve("byte-buddy.jar"));
        }
        return "-javaagent:" + agent + "=" + breach.name();
    }

    private static void write(Path agent, Path library) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(new Attributes.Name("Premain-Class"), BrokenPromise.class.getName());
        attributes.put(new Attributes.Name("Can-Retransform-Classes"), "true");
        attributes.put(Attributes.Name.CLASS_PATH, library.getFileName().toString());
        try (JarFile bench = new JarFile(System.getProperty("java.class.path"));
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(agent), manifest)) {
            for (JarEntry entry : Collections.list(bench.entries())) {
                if (entry.getName().startsWith(PACKAGE) && !entry.isDirectory()) {
                    out.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
                    copy(bench, entry, out);
                } else if (entry.getName().startsWith(LIBRARY)) {
                    try (OutputStream file = Files.newOutputStream(library)) {
                        copy(bench, entry, file);
                    }
                }
            }
        }
    }

    private static void copy(JarFile from, JarEntry entry, OutputStream to) throws IOException {
        try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
        }
    }
}
