package io.quayside.intake;

import io.quayside.document.Receipts;
import io.quayside.partner.Channel;
import io.quayside.partner.sftp.SftpConnections;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** SFTP channels: {@code routes/intake/sftp.camel.yaml}. */
@Component
class SftpTemplate implements ChannelTemplate {

  private final CamelContext camel;
  private final SftpConnections connections;
  private final PolledChannels polled;
  private final Receipts receipts;
  private final IntakeProblems problems;
  private final IntakeSettings settings;

  SftpTemplate(
      CamelContext camel,
      SftpConnections connections,
      PolledChannels polled,
      Receipts receipts,
      IntakeProblems problems,
      IntakeSettings settings) {
    this.camel = camel;
    this.connections = connections;
    this.polled = polled;
    this.receipts = receipts;
    this.problems = problems;
    this.settings = settings;
  }

  @Override
  public boolean serves(Channel channel) {
    return channel instanceof Channel.Sftp;
  }

  @Override
  public String template() {
    return "sftp-in";
  }

  @Override
  public Map<String, Object> parameters(String name, Channel channel, String owner) {
    Channel.Sftp sftp = (Channel.Sftp) channel;
    SftpArrivals arrivals = new SftpArrivals(sftp, owner, receipts, problems, settings);
    camel.getRegistry().bind("arrivals-" + name, arrivals);
    camel.getRegistry().bind("polls-" + name, polled.strategy(sftp.id(), owner));
    camel.getRegistry().bind("failures-" + name, PolledChannels.oneLine(sftp.id()));
    Map<String, Object> parameters = new HashMap<>(connections.options(camel, sftp));
    parameters.put("host", sftp.host());
    parameters.put("port", String.valueOf(sftp.port()));
    parameters.put("directory", sftp.directory());
    parameters.put("poll", String.valueOf(sftp.poll().toMillis()));
    parameters.put("arrivals", "arrivals-" + name);
    parameters.put("polls", "polls-" + name);
    parameters.put("failures", "failures-" + name);
    return parameters;
  }
}
