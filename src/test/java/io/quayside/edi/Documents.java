package io.quayside.edi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds test interchanges around the body of a set, with right counts. */
final class Documents {
  static final String ISA =
      "ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       "
          + "*261120*1000*U*00401*000000905*0*P*>~";

  /** A small order that is right in every way. */
  static final List<String> ORDER =
      List.of(
          "BEG*00*SA*4500000042**20261120",
          "REF*DP*038",
          "DTM*002*20261201",
          "N1*ST*Acme Store 42*92*0042",
          "N3*1 Main St",
          "N4*Springfield*IL*62701",
          "PO1*10*100*EA*12.50**VP*W-001",
          "PID*F****Widget",
          "PO1*20*5*EA*3**VP*W-002",
          "CTT*2");

  private Documents() {}

  static byte[] order(List<String> body) {
    return bytes(interchange(set("850", "0001", body)));
  }

  static String set(String type, String number, List<String> body) {
    List<String> segments = new ArrayList<>();
    segments.add("ST*" + type + "*" + number);
    segments.addAll(body);
    segments.add("SE*" + (body.size() + 2) + "*" + number);
    return String.join("~", segments) + "~";
  }

  static String group(int number, String... sets) {
    return "GS*PO*ACMEGS*QUAYSIDE*20261120*1000*%d*X*004010~%sGE*%d*%d~"
        .formatted(number, String.join("", sets), sets.length, number);
  }

  static String interchange(String... sets) {
    return ISA + group(77, sets) + "IEA*1*000000905~";
  }

  /** The order with one line replaced (from 0), left out (null) or several put in its place. */
  static List<String> with(int index, String... lines) {
    List<String> body = new ArrayList<>(ORDER.subList(0, index));
    body.addAll(List.of(lines));
    body.addAll(ORDER.subList(index + 1, ORDER.size()));
    return body;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static TransactionSet only(EdiFile file) {
    return file.interchanges().get(0).groups().get(0).sets().get(0);
  }
}
