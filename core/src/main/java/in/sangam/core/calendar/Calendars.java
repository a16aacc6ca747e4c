package in.sangam.core.calendar;

/** The calendars of all office classes. Immutable. */
public final class Calendars {

    Calendars() {}
}
