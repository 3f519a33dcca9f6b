package io.quayside.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only our own mail host's word counts, and only about the author's own domain. */
class SenderProofTest {

  private static final List<String> OURS = List.of("mx.ours.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.ours.example; dmarc=pass header.from=acme.example",
        "MX.ours.example 1; spf=pass smtp.mailfrom=x@y.example; dmarc=pass (p=reject dis=none) header.from=acme.example",
        "mx.ours.example; dkim=pass header.d=acme.example header.s=k1",
        "mx.ours.example; dkim=fail header.d=other.example; dkim=pass header.i=@mail.acme.example",
        "mx.ours.example;\r\n dkim=pass reason=\"ok\" header.d=acme.example"
      })
  void ourHostVouches(String results) {
    assertThat(proof("Authentication-Results: " + results).proven()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.ours.example; spf=pass smtp.mailfrom=acme.example",
        "mx.ours.example; dmarc=pass header.from=evil.example",
        "mx.ours.example; dkim=pass header.d=evil.example",
        "mx.ours.example; dkim=pass header.d=notacme.example",
        "mx.ours.example; dkim=pass header.d=example",
        "mx.ours.example; dkim=pass header.d=acme.example; dmarc=fail header.from=acme.example",
        "mx.ours.example; dmarc=none; dkim=temperror (dmarc=pass) header.d=acme.example",
        "mx.evil.example; dmarc=pass header.from=acme.example",
        "dmarc=pass header.from=acme.example",
        ";;;",
        "mx.ours.example",
        "mx.ours.example; dmarc=passport header.from=acme.example"
      })
  void nobodyElseDoes(String results) {
    assertThat(proof("Authentication-Results: " + results).proven()).isFalse();
  }

  @Test
  void whatStandsBelowOurHostsWordIsTheSendersInvention() {
    SenderProof proof =
        proof(
            "Authentication-Results: mx.ours.example; dmarc=fail header.from=acme.example",
            "Authentication-Results: mx.ours.example; dmarc=pass header.from=acme.example");
    assertThat(proof.proven()).isFalse();
    assertThat(proof.words()).isEqualTo("mx.ours.example: DMARC failed for acme.example");
    assertThat(
            proof(
                    "Authentication-Results: mx.evil.example; dmarc=pass header.from=acme.example",
                    "Authentication-Results: mx.ours.example; dmarc=pass header.from=acme.example")
                .proven())
        .isFalse();
  }

  @Test
  void aMailWithoutOneAuthorIsNeverProven() {
    String good = "Authentication-Results: mx.ours.example; dmarc=pass header.from=acme.example\n";
    for (String from :
        List.of(
            "",
            "From: a@acme.example, b@evil.example\n",
            "From: a@acme.example\nFrom: b@evil.example\n",
            "From: undisclosed:;\n",
            "From: \"orders@acme.example\" <x>\n")) {
      ReadMail mail = MailReader.read((good + from + "\nhello").getBytes());
      assertThat(mail.from()).as(from).isNull();
      assertThat(SenderProof.of(mail, OURS).proven()).as(from).isFalse();
    }
  }

  @Test
  void theNameBesideTheAddressProvesNothing() {
    ReadMail mail =
        MailReader.read(
            "From: \"orders@acme.example\" <x@evil.example>\n\nhello"
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(mail.from()).isEqualTo("x@evil.example");
  }

  @Test
  void aChannelWithoutTheNameOfOurHostProvesNobody() {
    ReadMail mail =
        MailReader.read(
            "Authentication-Results: mx.ours.example; dmarc=pass header.from=acme.example\nFrom: a@acme.example\n\nx"
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(SenderProof.of(mail, List.of()).words()).contains("authserv");
  }

  @Test
  void microsoft365LeavesItsNameOut() {
    ReadMail mail =
        MailReader.read(
            "Authentication-Results: spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=acme.example; dkim=pass (signature was verified) header.d=acme.example;dmarc=pass action=none header.from=acme.example;compauth=pass reason=100\nFrom: a@acme.example\n\nx"
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(SenderProof.of(mail, List.of("microsoft-365")).proven()).isTrue();
    assertThat(SenderProof.of(mail, OURS).proven()).isFalse();
  }

  private static SenderProof proof(String... fields) {
    String mail = String.join("\r\n", fields) + "\r\nFrom: Jane <jane@acme.example>\r\n\r\nhello";
    return SenderProof.of(MailReader.read(mail.getBytes(StandardCharsets.US_ASCII)), OURS);
  }
}
