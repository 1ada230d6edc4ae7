package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    private final Redactor redactor = Redactor.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET https://api.example.com/v1/items?page=2 ok|GET https://api.example.com/v1/items?page=2 ok",
                "https://ann:pw@api.example.com/x|https://<login>@api.example.com/x",
                "https://ann:p/w#o@api.example.com/x|https://<login>@api.example.com/x",
                "postgres://ann:pw@localhost:5432/app|postgres://<login>@localhost:5432/app",
                "https://example.com/find?name=ann&token=t&page=3|https://example.com/find?name=<value>&token=<secret>&page=3",
                "https://example.com/cb#access_token=abc&state=x|https://example.com/cb#access_token=<secret>&state=<value>",
                "https://example.com/doc#install|https://example.com/doc#install",
                "http://build7.corp.internal/x|http://<host>/x",
                "http://wombat:8080/x|http://<host>:8080/x",
                "http://10.1.2.3:8080/x|http://<ip>:8080/x",
                "http://[2001:db8::7]:80/x|http://[<ip>]:80/x",
                "see file:///srv/data/a.csv now|see <path> now",
                "/v2/find?who=ann|/v2/find?who=<value>",
                "mongodb+srv://u:p@c0.example.net,c1.example.net/db|mongodb+srv://<login>@c0.example.net,c1.example.net/db",
                "https://medium.example/@ann/post|https://medium.example/@ann/post",
            })
    void url(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jdbc:postgresql://db.example/app?user=u&password=p|jdbc:postgresql:<database>",
                "jdbc:sqlserver://h;user=u;password={a b;c};x=y end|jdbc:sqlserver:<database> end",
                "jdbc:oracle:thin:scott/tiger@//h:1521/s, x|jdbc:oracle:<database>, x",
                "jdbc:mysql://address=(host=h)(password=p)/d|jdbc:mysql:<database>",
                "(jdbc:db2://h:1/d:user=u;password=p;)|(jdbc:db2:<database>;)",
                "jdbc:hsqldb:mem:testdb|jdbc:hsqldb:mem:testdb",
                "the jdbc driver: none|the jdbc driver: none",
            })
    void jdbc(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password=abc def|password=<secret> def",
                "db_password = 'a b c', x|db_password = '<secret>', x",
                "dbPassword: abc1|dbPassword: <secret>",
                "PGPASSWORD=abc|PGPASSWORD=<secret>",
                "{\"apiKey\":\"abc\",\"n\":1}|{\"apiKey\":\"<secret>\",\"n\":1}",
                "{\\\"apiKey\\\":\\\"abc\\\",\\\"n\\\":1}|{\\\"apiKey\\\":\\\"<secret>\\\",\\\"n\\\":1}",
                "{\"secrets\":{\"a\":\"b\"},\"n\":1}|{\"secrets\":{<secret>},\"n\":1}",
                "{\"passwords\":[1],\"secret\":[\"a\",\"b\"]}|{\"passwords\":[1],\"secret\":[<secret>]}",
                "Config[user=bob, password=abc]|Config[user=bob, password=<secret>]",
                "client_secret => \"abc\"|client_secret => \"<secret>\"",
                "secret := abc|secret := <secret>",
                "os.environ['X_TOKEN'] = 'abc1'|os.environ['X_TOKEN'] = '<secret>'",
                "password=a;user=b|password=<secret>;user=b",
                "--db-password abc --verbose|--db-password <secret> --verbose",
                "curl -u ann:pw https://example.com|curl -u <login> https://example.com",
                "curl -H \"X-Api-Key: abc\" x|curl -H \"X-Api-Key: <secret>\" x",
                "<password>abc</password>|<password><secret></password>",
                "<add key=\"DbPassword\" value=\"abc\"/>|<add key=\"DbPassword\" value=\"<secret>\"/>",
                "- name: DB_PASSWORD value: abc|- name: DB_PASSWORD value: <secret>",
                "the password is abc1 here|the password is <secret> here",
                "ALTER USER x IDENTIFIED BY abc1|ALTER USER x IDENTIFIED BY <secret>",
                "-Dapp.token=abc -Dx=y|-Dapp.token=<secret> -Dx=y",
            })
    void assignment(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direction=north",
                "monkey: bananas",
                "keyboard = qwertz",
                "max_tokens=4096",
                "token_count: 12",
                "tokenizer = wordpiece",
                "author: Selma",
                "secretName: shop-tls",
                "password: must have a digit",
                "unexpected token: identifier",
                "passwordRequired=true",
                "password=null",
                "SELECT password FROM accounts",
                "pass: 3, fail: 1",
                "the secret of success",
                "basic authentication is on",
                "bearer of good news",
                "session started, cookie set",
                "key = value",
                "primaryKey=42",
            })
    void assignment_ofNoSecret_isKept(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Authorization: Bearer abcdef|Authorization: Bearer <secret>",
                "authorization: Basic YW5uOnB3|authorization: Basic <secret>",
                "Authorization: abc123|Authorization: <secret>",
                "Proxy-Authorization: Digest username=\"u\", response=\"r\"|Proxy-Authorization: Digest <secret>",
                "{Authorization=[Bearer abc1], Accept=[*/*]}|{Authorization=[Bearer <secret>], Accept=[*/*]}",
                "\"Authorization\": \"Bearer abc1\", \"x\": 1|\"Authorization\": \"Bearer <secret>\", \"x\": 1",
                "Cookie: sid=abc; theme=dark then|Cookie: sid=<secret>; theme=<secret> then",
                "Set-Cookie: sid=abc; Path=/x; Secure|Set-Cookie: sid=<secret>; Path=<secret>; Secure",
                "X-Auth-Token: abc1|X-Auth-Token: <secret>",
            })
    void header(String text, String expected) {
        assertThat(redactor.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<password hint=\"%s\">abc</password>",
                "<token\n%s\n>abc</token>",
                "Cookie: a=b; %s=1; c=d",
                "/find?a=b&%s=1&c=d",
                "https://%s.example.com/x",
                "jdbc:h2:mem:%s",
            })
    void structure_thatIsConsumed_hidesNothing(String text) {
        String token = "ghp_R7mQ2xVb9LkT4wZs8NcJ5hYd1PfG3aKe6Uo0";

        assertThat(redactor.redact(String.format(text, token))).doesNotContain("R7mQ2xVb9LkT");
    }

    @Test
    void kubernetesSecret_data_isRemoved() {
        String text =
                "apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\ndata:\n  first: YWJj\n  second: ZGVm\ntype: Opaque\n";

        assertThat(redactor.redact(text))
                .isEqualTo("apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\ndata:\n  first: <secret>\n"
                        + "  second: <secret>\ntype: Opaque\n");
    }
}
