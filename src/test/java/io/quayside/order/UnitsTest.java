package io.quayside.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {

  @Test
  void aPieceIsAPieceInEveryCodeList() {
    assertThat(Units.same("PCE", "EA")).isTrue();
    assertThat(Units.same("C62", "H87")).isTrue();
    assertThat(Units.same("KGM", "KG")).isTrue();
    assertThat(Units.same("KGM", "LB")).isFalse();
    assertThat(Units.same("CA", "EA")).isFalse();
    assertThat(Units.same("XYZ", "XYZ")).isTrue();
    assertThat(Units.same(null, "EA")).isFalse();
  }
}
