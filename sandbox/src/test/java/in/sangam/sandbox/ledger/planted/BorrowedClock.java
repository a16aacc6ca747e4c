package in.sangam.sandbox.ledger.planted;

import in.sangam.core.PlantedClock;
import java.time.LocalDate;

/** Breaks the rule of independence on purpose, to show that the rule sees it. */
public record BorrowedClock(PlantedClock clock) {

    public LocalDate due(LocalDate start) {
        return clock.due(start);
    }
}
