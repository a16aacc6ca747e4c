package in.sangam.core.measure;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One amount that a record puts on a day. A flow puts it on the day it happened; a stock puts +1 on the day it begins and
 * −1 on the day it ends, so that the stock at the end of any day is a prefix sum.
 *
 * @param subject code of a place, post, department or portal; the smallest that the record knows
 * @param service service or category code, empty when the record has none
 * @param day in Asia/Kolkata
 */
public record Contribution(String measure, String subject, String service, LocalDate day, BigDecimal amount) {}
