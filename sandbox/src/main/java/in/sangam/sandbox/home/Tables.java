package in.sangam.sandbox.home;

import javax.sql.DataSource;

/**
 * The tables behind the portals, as their owner.
 *
 * @param portals of all portals but Lok Shikayat, with the truth; those of Lok Shikayat are seen in it once it is filled
 * @param lokShikayat of Lok Shikayat, on a server of its own, with the truth of where its records lie
 * @param toLokShikayat how the first sees the second
 */
public record Tables(DataSource portals, DataSource lokShikayat, Address toLokShikayat) {}
