package in.sangam.routes.reach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db.example:5433/register?ssl=true             | db.example",
                "jdbc:postgresql://one,two:5433/register                         | one two",
                "jdbc:postgresql://[fe80::1]:5432/register                       | fe80::1",
                "jdbc:postgresql:register                                        | ''",
                "jdbc:postgresql://good/register?PGHOST=169.254.169.254          | good 169.254.169.254",
                "jdbc:mariadb://db.example/register                              | db.example",
                "jdbc:mariadb:replication://one:3306,two/register                | one two",
                "jdbc:mariadb://address=(host=db.example)(port=3306)/register    | db.example",
                "jdbc:sqlserver://db.example\\SQL2019:1433;databaseName=register | db.example",
                "jdbc:sqlserver://;serverName=db.example;databaseName=register   | db.example",
                "jdbc:oracle:thin:@//db.example:1521/register                    | db.example",
                "jdbc:oracle:thin:@db.example:1521:register                      | db.example",
                "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db.example)(PORT=1521))) | db.example"
            })
    void every_host_is_found_that_a_driver_may_connect_to(String url, String hosts) {
        assertThat(String.join(" ", DatabaseAddress.hosts(url))).isEqualTo(hosts);
    }
}
