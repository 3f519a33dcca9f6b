package io.quayside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerPropertiesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stomp://0.0.0.0:61613",
        "tcp://10.0.0.5:61616",
        "tcp://[::]:61616",
        "stomp://mq.example:61613",
        "tcp://127.0.0.1.evil.example:61616",
        "tcp://:61616"
      })
  void withoutTlsItListensToNoOtherMachineUnlessSomebodySaysSo(String address) {
    assertThatThrownBy(() -> listening(address, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(address)
        .hasMessageContaining("quayside.broker.plain-text=true");
    assertThat(listening(address, true).listens()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stomp+ssl://0.0.0.0:61614",
        "ssl://0.0.0.0:61617",
        "tcp://127.0.0.1:0",
        "stomp://localhost:61613",
        "tcp://[::1]:61616?wireFormat.maxFrameSize=1000"
      })
  void withTlsOrForThisMachineItListens(String address) {
    assertThat(listening(address, false).listens()).isTrue();
  }

  @Test
  void itNeverListensWithoutUsers() {
    assertThatThrownBy(
            () ->
                new BrokerProperties(
                    null, null, null, List.of("ssl://0.0.0.0:1"), false, null, Map.of()))
        .hasMessageContaining("quayside.broker.users");
  }

  private static BrokerProperties listening(String address, boolean plainText) {
    return new BrokerProperties(
        null,
        null,
        null,
        List.of(address),
        plainText,
        "broker",
        Map.of("erp", new BrokerProperties.User("secret", List.of(), List.of())));
  }
}
