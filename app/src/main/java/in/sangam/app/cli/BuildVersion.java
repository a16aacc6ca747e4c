package in.sangam.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the jar, and the Java that runs it. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = BuildVersion.class.getPackage().getImplementationVersion();
        return new String[] {"hub " + (version == null ? "(not from a jar)" : version) + ", Java " + Runtime.version()};
    }
}
