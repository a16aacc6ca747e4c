package in.sangam.core.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numerator or denominator of a KPI: a sum of parts, each a number times terms. At most one term of a part counts records, so
 * that each record has a definite part in the number.
 */
public record Formula(List<Part> parts) {

    /** A number times terms; without terms a plain number. */
    public record Part(BigDecimal times, List<Term> terms) {

        public Part {
            terms = List.copyOf(terms);
        }

        /** Returns the term that counts records, null when there is none. */
        public @Nullable Term counted() {
            return terms.stream().filter(Term::countsRecords).findFirst().orElse(null);
        }

        /** Returns what each of the records counts for: the number times all other terms; null when one was not reported. */
        public @Nullable BigDecimal weight(Amounts amounts, String subject, Period period) {
            BigDecimal weight = times;
            for (Term term : terms) {
                if (!term.countsRecords()) {
                    BigDecimal amount = amounts.of(term, subject, period);
                    if (amount == null) {
                        return null;
                    }
                    weight = weight.multiply(amount);
                }
            }
            return weight;
        }

        @Override
        public String toString() {
            String product = terms.stream().map(Term::toString).collect(Collectors.joining(" * "));
            if (terms.isEmpty()) {
                return times.toPlainString();
            }
            return times.compareTo(BigDecimal.ONE) == 0 ? product : times.toPlainString() + " * " + product;
        }
    }

    public Formula {
        parts = List.copyOf(parts);
    }

    /** Returns the formula of one term. */
    public static Formula of(Term term) {
        return new Formula(List.of(new Part(BigDecimal.ONE, List.of(term))));
    }

    /** Returns the number for a subject and period; null when a part of it was not reported. */
    public @Nullable BigDecimal value(Amounts amounts, String subject, Period period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            BigDecimal product = part.weight(amounts, subject, period);
            Term counted = part.counted();
            BigDecimal amount = counted == null ? BigDecimal.ONE : amounts.of(counted, subject, period);
            if (product == null || amount == null) {
                return null;
            }
            sum = sum.add(product.multiply(amount));
        }
        return sum;
    }

    /** Returns the terms that count records. */
    public List<Term> counted() {
        return parts.stream()
                .flatMap(part -> part.terms().stream())
                .filter(Term::countsRecords)
                .distinct()
                .toList();
    }

    /** Returns whether a part of it is counted of the feeds and not of records. */
    public boolean countsFeeds() {
        return parts.stream().flatMap(part -> part.terms().stream()).anyMatch(Term::countsFeeds);
    }

    /**
     * Returns whether each part counts something that lies in places, so that it can be worked out for any set of them; a fixed number
     * for each subject cannot.
     */
    boolean growsWithPlaces() {
        return parts.stream().allMatch(part -> part.terms().stream().anyMatch(term -> switch (term.aggregate()) {
            case SUM, AS_OF, LAST, COUNT_WHERE, ROSTER -> true;
            case WEEKS, DAYS, EXCUSED -> false;
        }));
    }

    /** Returns whether it is 0 whatever the records say. */
    boolean isAlwaysZero() {
        boolean constant = parts.stream()
                .allMatch(part -> part.terms().isEmpty() || part.times().signum() == 0);
        return constant
                && parts.stream()
                                .filter(part -> part.terms().isEmpty())
                                .map(Part::times)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .signum()
                        == 0;
    }

    /** Returns whether it adds up over the places below: sums, stocks and last readings do; counts of different things need not. */
    public boolean addsUp() {
        return parts.stream()
                .allMatch(part -> part.terms().size() == 1
                        && switch (part.terms().get(0).aggregate()) {
                            case SUM, AS_OF, LAST -> true;
                            case COUNT_WHERE, ROSTER, WEEKS, DAYS, EXCUSED -> false;
                        });
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining(" + "));
    }
}
