package io.quayside.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerReaderTest {

  static final String FINGERPRINT = "SHA256:uNiVztksCsDhcc0u9e8BrrJr2Pn2RbLxSGgMHwH9Jgk";

  static final String WHOLE =
      """
      id: acme
      name: Acme Inc
      roles: [customer, supplier]
      mode: parallel
      zone: America/Chicago
      identifiers:
        - {scheme: x12, qualifier: "ZZ", value: ACMEEDI, group: ACMEGS}
        - {scheme: edifact, qualifier: "14", value: "5412345000013"}
        - {scheme: email, value: orders@acme.example}
      we: {scheme: x12, qualifier: "ZZ", value: QUAYSIDE, group: OURGS}
      channels:
        in:
          - {kind: sftp, host: sftp.acme.example, port: 2222, user: quayside, keyFile: /run/secrets/acme, hostKey: "%s", directory: /out, poll: 5s}
          - {kind: webhook, signature: standard-webhooks, secretEnv: ACME_WEBHOOK_SECRET}
          - van-mailbox
        out: {kind: folder, "810": {kind: email, address: bills@acme.example}}
      replies: ["997", "855"]
      approve: ["810"]
      x12: {version: 005010, isaVersion: 00501, elementSeparator: "|", segmentTerminator: "\\n", componentSeparator: "<", repetitionSeparator: "!",
            newline: true, ackRequested: 1, functionalAck: "999", ta1: always, onResend: resend-997, duplicateWindow: 30d, documents: {"810": {group: ACMEAP}}}
      orderIdentity: [poNumber]
      locations: {"0042": {name: Acme Store 42, address: {lines: [1 Main St], city: Springfield, region: IL, postalCode: 02701, country: US}, dc: "0900"}}
      agreement: {backorder: false, unknownItem: reject-line, priceMismatch: ours, priceTolerancePercent: 2, priceToleranceAmount: 0.01, currency: EUR,
                  payment: cash, netDays: 10, creditLimit: 5000, invoiceAfterAsn: false, afterCancelDate: ask, early: refused,
                  overShipmentPercent: 5, shortPick: cancel, strict: true, severity: {invalid-date: reject, segment-unknown: accept},
                  deadlines: {"855": 12h}, acknowledgeWithin: 6h, calendar: {days: sun-thu, cutoff: "15:00"}}
      acknowledgment: {send: changes-only, partial: BP, reject: R2, price: ours, dates: "067"}
      asn: {structure: SOTPI, asnTrigger: picked-up, ctt: lines}
      echo: {"855": [IA]}
      items: {match: [buyer, gtin], crossReference: {"A1": "W-001"}}
      mappings: {"850": partners/acme/850-to-order.xml}
      """
          .formatted(FINGERPRINT);

  static final String LEAST =
      """
      id: acme
      name: Acme Inc
      identifiers: [{scheme: x12, qualifier: ZZ, value: ACMEEDI}]
      channels: {out: folder}
      """;

  static final Company COMPANY =
      new Company(
          "main",
          "Our company",
          null,
          null,
          null,
          List.of(new Identifier("x12", "ZZ", "QUAYSIDE", null)),
          ZoneId.of("Europe/Berlin"),
          "USD");

  private final PartnerReader reader = new PartnerReader(COMPANY);

  private EdifactSettings edifact(String block) {
    return reader.read("acme", LEAST + block, 1).edifact();
  }

  @Test
  void repliesThatNameContrlWantItWhetherAskedForOrNot() {
    assertThat(edifact("replies: [CONTRL, ORDRSP]\n").contrl())
        .isEqualTo(EdifactSettings.Contrl.ALWAYS);
    assertThat(edifact("replies: [CONTRL]\nedifact: {contrl: when-asked}\n").contrl())
        .isEqualTo(EdifactSettings.Contrl.WHEN_ASKED);
    assertThat(edifact("replies: [ORDRSP]\n").contrl())
        .isEqualTo(EdifactSettings.Contrl.WHEN_ASKED);
  }

  @Test
  void edifactHasItsOwnBlock() {
    EdifactSettings standard = edifact("");
    assertThat(standard.version("ORDRSP")).isEqualTo("D:96A:UN");
    assertThat(standard.syntax() + standard.syntaxVersion()).isEqualTo("UNOC3");
    assertThat(standard.contrl()).isEqualTo(EdifactSettings.Contrl.WHEN_ASKED);
    assertThat(standard.onResend()).isEqualTo(EdifactSettings.OnResend.RESEND_CONTRL);

    EdifactSettings own =
        edifact(
            "edifact: {version: \"D:01B:UN:EAN010\", syntax: UNOY, syntaxVersion: 4, una: true, ackRequested: 1, contrl: always,"
                + " onResend: contrl-duplicate, releaseCharacter: \"!\", documents: {ORDRSP: {version: \"D:96A:UN:EAN005\"}}}\n");
    assertThat(own.version("ORDRSP")).isEqualTo("D:96A:UN:EAN005");
    assertThat(own.version("INVOIC")).isEqualTo("D:01B:UN:EAN010");
    assertThat(own.una()).isTrue();
    assertThat(own.releaseCharacter()).isEqualTo('!');
    assertThat(own.contrl()).isEqualTo(EdifactSettings.Contrl.ALWAYS);
    assertThat(own.onResend()).isEqualTo(EdifactSettings.OnResend.CONTRL_DUPLICATE);

    assertThatThrownBy(
            () ->
                edifact("edifact: {syntax: LATIN, charset: EBCDIC-XYZ, elementSeparator: \":\"}\n"))
        .isInstanceOf(PartnerFileException.class)
        .hasMessageContaining("UNOA to UNOY")
        .hasMessageContaining("is no character set")
        .hasMessageContaining("is elementSeparator too");
  }

  @Test
  void theWholeFileIsRead() {
    TradingPartner acme = reader.read("acme", WHOLE, 7);

    assertThat(acme.mode()).isEqualTo(TradingPartner.Mode.PARALLEL);
    assertThat(acme.version()).isEqualTo(7);
    assertThat(acme.zone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(acme.roles())
        .containsExactlyInAnyOrder(TradingPartner.Role.CUSTOMER, TradingPartner.Role.SUPPLIER);
    assertThat(acme.in().get(0))
        .isEqualTo(
            new Channel.Sftp(
                "acme/sftp-1",
                "sftp.acme.example",
                2222,
                "quayside",
                null,
                new Secret(null, "/run/secrets/acme"),
                null,
                List.of(FINGERPRINT),
                "/out",
                Duration.ofSeconds(5),
                Duration.ofSeconds(30)));
    assertThat(acme.in().get(2)).isEqualTo(new Channel.Shared("van-mailbox"));
    assertThat(acme.out("855")).isEqualTo(new Channel.Folder("acme/out"));
    assertThat(acme.out("810")).isEqualTo(new Channel.Email("acme/out-810", "bills@acme.example"));
    assertThat(acme.group("810")).contains("ACMEAP");
    assertThat(acme.group("855")).contains("ACMEGS");
    assertThat(acme.ourGroup("855")).contains("OURGS");
    assertThat(acme.x12().version()).isEqualTo("005010");
    assertThat(acme.x12().segmentTerminator()).isEqualTo('\n');
    assertThat(acme.x12().duplicateWindow()).isEqualTo(Duration.ofDays(30));
    assertThat(acme.locations().get("0042").address().postalCode()).isEqualTo("02701");
    assertThat(acme.agreement().priceToleranceAmount()).isEqualByComparingTo("0.01");
    assertThat(acme.agreement().invoiceTrigger()).isEqualTo(Agreement.InvoiceTrigger.ORDER);
    assertThat(acme.agreement().deadlines())
        .isEqualTo(
            Map.of(
                "855",
                Duration.ofHours(12),
                "856",
                Duration.ofHours(1),
                "810",
                Duration.ofDays(1)));
    assertThat(acme.agreement().calendar().days())
        .containsExactlyInAnyOrder(
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY);
    assertThat(acme.agreement().calendar().cutoff()).isEqualTo(LocalTime.of(15, 0));
    assertThat(acme.asn().structure()).isEqualTo("SOTPI");
    assertThat(acme.items().crossReference()).isEqualTo(Map.of("A1", "W-001"));
    assertThat(acme.mappings()).isEqualTo(Map.of("850", "partners/acme/850-to-order.xml"));
  }

  @Test
  void theShortestFileGetsTheDocumentedDefaults() {
    TradingPartner acme = reader.read("acme", LEAST, 1);

    assertThat(acme.mode()).isEqualTo(TradingPartner.Mode.LIVE);
    assertThat(acme.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(acme.we()).isEqualTo(COMPANY.identifiers());
    assertThat(acme.replies()).containsExactly("997", "855", "856", "810");
    assertThat(acme.orderIdentity()).containsExactly("poNumber", "release");
    assertThat(acme.group("855")).contains("ACMEEDI");
    Agreement agreement = acme.agreement();
    assertThat(agreement.backorder()).isTrue();
    assertThat(agreement.unknownItem()).isEqualTo(Agreement.UnknownItem.HOLD);
    assertThat(agreement.priceMismatch()).isEqualTo(Agreement.PriceMismatch.HOLD);
    assertThat(agreement.priceTolerancePercent()).isEqualTo(BigDecimal.ZERO);
    assertThat(agreement.invoiceTrigger()).isEqualTo(Agreement.InvoiceTrigger.SHIPMENT);
    assertThat(acme.x12().duplicateWindow()).isEqualTo(Duration.ofDays(365));
    assertThat(acme.echo().get("856")).containsExactly("IA", "DP");
  }

  @Test
  void jsonIsReadAsWell() {
    TradingPartner acme =
        reader.read(
            "acme",
            """
            {"id":"acme","name":"Acme Inc","channels":{"out":{"kind":"folder"}},
             "identifiers":[{"scheme":"edifact","qualifier":"14","value":"5412345000013"}]}
            """,
            1);

    assertThat(acme.replies()).containsExactly("CONTRL", "ORDRSP", "DESADV", "INVOIC");
  }

  @Test
  void allFaultsAreNamedAtOnceWithLineValueAndRemedy() {
    PartnerFileException faults =
        catchThrowableOfType(
            PartnerFileException.class,
            () ->
                reader.read(
                    "acme",
                    """
                    id: acme
                    mode: lve
                    zone: Mars/Base
                    identifiers:
                      - {scheme: x12, value: ACMEEDI}
                    channels:
                      in:
                        - {kind: sftp, host: "sftp.acme.example?delete=true", port: 70000, user: q, password: hunter2, hostKey: abc}
                      out: {kind: pigeon}
                    agrement: {backorder: maybe}
                    agreement: {backorder: maybe}
                    """,
                    1));

    assertThat(faults.faults())
        .extracting(Fault::sentence)
        .contains(
            "line 2, mode `lve`: is not one of the words. Use live, parallel, test. Did you mean live?",
            "line 1, name: is missing. Give the partner's name for people.",
            "line 10, agrement: is not a known key. Known here: acknowledgment, agreement, approve, asn, channels, echo, edifact, export, extraction, id, identifiers, items, language, locations, mappings, mode, name, orderIdentity, replies, roles, we, x12, zone. Did you mean agreement?",
            "line 11, agreement.backorder `maybe`: is neither true nor false. Write true or false.");
    assertThat(faults.faults())
        .extracting(Fault::path)
        .contains(
            "zone",
            "identifiers[0].qualifier",
            "channels.in[0].host",
            "channels.in[0].port",
            "channels.in[0].password",
            "channels.in[0].hostKey",
            "channels.out.kind");
    assertThat(faults.getMessage()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "x?strictHostKeyChecking=no",
        "x&delete=true",
        "{{env:HOME}}",
        "${sys.user.home}",
        "RAW(x)",
        "x#y",
        "x/y",
        "user@x",
        "x:22",
        "-x",
        "x..y",
        "x\\u0000",
        "x\\n",
        "[::1]",
        ""
      })
  void aHostThatWouldMeanSomethingElseIsRefused(String host) {
    String text = WHOLE.replace("host: sftp.acme.example", "host: \"" + host + "\"");

    assertThatThrownBy(() -> reader.read("acme", text, 1))
        .isInstanceOfSatisfying(
            PartnerFileException.class,
            e ->
                assertThat(e.faults()).extracting(Fault::path).containsOnly("channels.in[0].host"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/out/../../etc", "a?b", "a&b", "{{x}}", "RAW(a)", "a#b", "a;b"})
  void aDirectoryThatWouldMeanSomethingElseIsRefused(String directory) {
    String text = WHOLE.replace("directory: /out", "directory: \"" + directory + "\"");

    assertThatThrownBy(() -> reader.read("acme", text, 1))
        .isInstanceOfSatisfying(
            PartnerFileException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::path)
                    .containsOnly("channels.in[0].directory"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1, 2]",
        "just words",
        "a: [",
        "id: acme\nid: acme\n",
        "!!javax.script.X [a]",
        "a: &x [1]\nb: [*x, *x]\n"
      })
  void textThatIsNoPartnerFileIsRefusedInWords(String text) {
    assertThatThrownBy(() -> reader.read("acme", text, 1)).isInstanceOf(PartnerFileException.class);
  }

  @Test
  void theFileMustBeAboutThePartnerItIsStoredFor() {
    assertThatThrownBy(() -> reader.read("initech", LEAST, 1))
        .hasMessageContaining("id `acme`: is not the id of this file. Write initech");
  }
}
