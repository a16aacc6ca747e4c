package in.sangam.kit;

/** A credential that is known by the name of its setting; read only when it is used, and never printed. */
public final class Secret {

    private final String name;
    private final Settings settings;

    Secret(String name, Settings settings) {
        this.name = name;
        this.settings = settings;
    }

    /** Names a secret of these settings without reading it. */
    public static Secret named(String name, Settings settings) {
        return new Secret(name, settings);
    }

    /** Returns the name of the setting that holds the value. */
    public String name() {
        return name;
    }

    /** Returns the value as it is now; throws {@link Settings.Unset} naming the setting when there is none. */
    public String reveal() {
        return settings.get(name);
    }

    @Override
    public String toString() {
        return "secret " + name;
    }
}
