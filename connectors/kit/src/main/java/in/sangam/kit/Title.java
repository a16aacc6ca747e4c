package in.sangam.kit;

/** A name in both official languages, as pages show it. */
public record Title(String en, String hi) {}
