package io.quayside.fault;

/** 850s of Acme, each of another PO, with another interchange, and with ten lines. */
final class Orders850 {

  static final int LINES = 10;

  /** Ten items W-001 to W-010, so many of each in stock. */
  static String items(int onHand) {
    StringBuilder csv = new StringBuilder("sku,description,unit,onHand,price,currency\n");
    for (int i = 1; i <= LINES; i++) {
      csv.append("W-%03d,Widget %d,EA,%d,%d.50,USD%n".formatted(i, i, onHand, i));
    }
    return csv.toString();
  }

  static String po(int number) {
    return "PO-%05d".formatted(number);
  }

  /** Line i of order n wants this many of item W-00i at i.50. */
  static int quantity(int number, int line) {
    return 1 + (number + line) % 7;
  }

  static String order(int number) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261123*0910*U*00401*%09d*0*P*>~
        GS*PO*ACMEEDI*QUAYSIDE*20261123*0910*%d*X*004010~
        ST*850*0001~
        BEG*00*SA*%s**20261120~
        CUR*BY*USD~
        REF*DP*038~
        N1*ST*Acme Store 42*92*0042~
        """
            .formatted(number, number, po(number)));
    for (int line = 1; line <= LINES; line++) {
      text.append(
          "PO1*%d*%d*EA*%d.50**VP*W-%03d~\nPID*F****Widget %d~\n"
              .formatted(line * 10, quantity(number, line), line, line, line));
    }
    text.append(
        "CTT*%d~\nSE*%d*0001~\nGE*1*%d~\nIEA*1*%09d~\n"
            .formatted(LINES, 7 + 2 * LINES, number, number));
    return text.toString();
  }

  private Orders850() {}
}
