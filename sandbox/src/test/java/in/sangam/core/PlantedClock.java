package in.sangam.core;

import java.time.LocalDate;

/** Stands for a class of the hub in the test of the ledger's independence. */
public record PlantedClock(int days) {

    public LocalDate due(LocalDate start) {
        return start.plusDays(days);
    }
}
