package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {

    private final Redactor redactor = Redactor.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to zoe.o'neil+spam@mail.example.co.uk.|to <email>.",
                "to <zoe@example.com>|to <<email>>",
                "to jürgen@müller.example|to <email>",
                "to zoe@xn--mller-kva.example|to <email>",
                "to \"zoe k\"@example.com|to <email>",
                "mailto:zoe@example.com?x|mailto:<email>?x",
                "git@github.com:org/repo.git|git@github.com:org/repo.git",
                "icon@2x.png|icon@2x.png",
                "java.base@17.0.4/java.lang|java.base@17.0.4/java.lang",
                "react@18.2.0 and @types/node|react@18.2.0 and @types/node",
                "Foo@1b2c3d|Foo@1b2c3d",
                "@Override @Test|@Override @Test",
            })
    void email(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from 172.20.3.44:5432|from <ip>:5432",
                "from /172.20.3.44 to 8.8.4.4.|from /<ip> to <ip>.",
                "net 10.4.0.0/16|net <ip>/16",
                "root@192.168.7.9 said|root@<ip> said",
                "peer 2001:db8:85a3::8a2e:370:7334 left|peer <ip> left",
                "peer [fe80::1ff:fe23:4567:890a%eth0]:80|peer [<ip>]:80",
                "peer ::ffff:192.168.7.9 left|peer <ip> left",
                "peer 2001:0db8:0000:0000:0000:8a2e:0370:7334|peer <ip>",
                "nic 3c:22:fb:9a:01:7e up|nic <mac> up",
                "nic 3C-22-FB-9A-01-7E up|nic <mac> up",
                "nic 3c22.fb9a.017e up|nic <mac> up",
                "version 4.10.2.1 is out|version 4.10.2.1 is out",
                "tomcat.version=9.0.1.2|tomcat.version=9.0.1.2",
                "requires >= 1.2.3.4 or ~=2.0.0.1|requires >= <ip> or ~=2.0.0.1",
                "org.acme:tool:1.2.3.4|org.acme:tool:1.2.3.4",
                "17.0.9.1+9|17.0.9.1+9",
                "image 10.2.3.4-alpine|image 10.2.3.4-alpine",
                "1.2.3.4.5|1.2.3.4.5",
                "300.1.2.3|300.1.2.3",
                "at 12:34:56 and 23:59:59.999|at 12:34:56 and 23:59:59.999",
                "std::vector and Foo::new|std::vector and Foo::new",
                "ff:ff:ff:ff:ff:ff|ff:ff:ff:ff:ff:ff",
            })
    void address(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paid with 4539148803436467|paid with <card>",
                "paid with 4539 1488 0343 6467 now|paid with <card> now",
                "paid with 5555-5555-5555-4444.|paid with <card>.",
                "paid with 378282246310005|paid with <card>",
                "paid with 4539148803436468|paid with 4539148803436468",
                "at 1764336123456 ms|at 1764336123456 ms",
                "id 9876543210987654|id 9876543210987654",
                "to DE89370400440532013000|to <iban>",
                "to GB82 WEST 1234 5698 7654 32 today|to <iban> today",
                "to DE89370400440532013001|to DE89370400440532013001",
                "ssn 219-09-9999|ssn <ssn>",
                "on 2024-09-12|on 2024-09-12",
                "ssn 000-12-3456|ssn 000-12-3456",
                "call +49 30 901820 or|call <phone> or",
                "call (212) 555-0147|call <phone>",
                "call 212-555-0147|call <phone>",
                "phone: 030 901 820 11|phone: <phone>",
                "took 1200 30 4567 ms|took 1200 30 4567 ms",
                "a + 12345 b|a + 12345 b",
            })
    void number(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }
}
