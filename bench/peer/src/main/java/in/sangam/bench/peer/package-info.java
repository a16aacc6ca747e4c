/** The log-based peer of the bench: Kafka and the Debezium JDBC sink, as one would write the same path with them. */
@NullMarked
package in.sangam.bench.peer;

import org.jspecify.annotations.NullMarked;
