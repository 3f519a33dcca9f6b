package io.quayside.intake.mail;

import io.quayside.intake.mail.ReadMail.Kind;
import java.util.regex.Pattern;

/** Tells mails that people write from those that machines write about mails. */
final class MailKind {

  private static final int MOST_HOPS = 50;
  private static final Pattern ABSENCE =
      Pattern.compile(
          "(?i)^(auto(matic)?[ -]?(reply|response)|auto:|out of (the )?office|automatische antwort|abwesenheits?|r[ée]ponse automatique|respuesta autom[áa]tica).*");

  private MailKind() {}

  static Kind of(Headers headers) {
    if (headers.all("Received").size() > MOST_HOPS) {
      return Kind.LOOP;
    }
    String type = headers.word("Content-Type").replaceAll("[\\s\"]", "");
    if (type.startsWith("multipart/report")) {
      if (type.contains("report-type=disposition-notification")) {
        return Kind.READ_RECEIPT;
      }
      return Kind.BOUNCE;
    }
    boolean nobody = headers.word("Return-Path").equals("<>");
    if (headers.word("From").matches(".*\\b(mailer-daemon|postmaster)@.*") && nobody) {
      return Kind.BOUNCE;
    }
    return automatic(headers, nobody)
        ? Kind.AUTO_REPLY
        : headers.has("List-Id") || headers.word("Precedence").matches("list|bulk|junk")
            ? Kind.LIST
            : Kind.ORDER;
  }

  /** An ERP's order is auto-generated too: only replies are told apart here. */
  private static boolean automatic(Headers headers, boolean nobody) {
    return headers.word("Auto-Submitted").startsWith("auto-replied")
        || headers.has("X-Autoreply")
        || headers.has("X-Autorespond")
        || headers.word("Precedence").equals("auto_reply")
        || ((nobody || headers.word("Auto-Submitted").startsWith("auto-"))
            && ABSENCE.matcher(headers.text("Subject")).matches());
  }
}
