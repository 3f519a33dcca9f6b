package io.quayside.outbound;

import io.quayside.partner.Channel;
import io.quayside.partner.sftp.SftpConnections;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lays a file on a partner's SFTP server: uploaded under a hidden name, then renamed. A file that
 * is there already under its name was renamed before and is whole. The channel's route is made when
 * it is first used, and anew after a failure or a change, so that secrets are read again.
 */
@Component
class SftpOut implements WayOut {
  private static final Logger LOG = LoggerFactory.getLogger(SftpOut.class);
  private static final String TEMPLATE = "sftp-out";
  private static final long STOP_SECONDS = 5;

  private final CamelContext camel;
  private final ProducerTemplate producer;
  private final SftpConnections connections;
  private final Map<String, Channel.Sftp> routes = new HashMap<>();

  SftpOut(CamelContext camel, ProducerTemplate producer, SftpConnections connections) {
    this.camel = camel;
    this.producer = producer;
    this.connections = connections;
  }

  @Override
  public boolean serves(Channel channel) {
    return channel instanceof Channel.Sftp;
  }

  @Override
  public String bring(Parcel parcel, Channel channel) throws IOException {
    Channel.Sftp sftp = (Channel.Sftp) channel;
    String route = route(sftp);
    Exchange sent =
        producer.request(
            "direct:" + route,
            exchange -> {
              exchange.getMessage().setHeader(Exchange.FILE_NAME, parcel.name());
              exchange.getMessage().setBody(parcel.bytes());
            });
    if (sent.getException() != null) {
      remove(sftp.id());
      throw new IOException("Upload to %s failed".formatted(sftp.host()), sent.getException());
    }
    return "laid on %s as %s (%d bytes)"
        .formatted(sftp.host(), parcel.name(), parcel.bytes().length);
  }

  private synchronized String route(Channel.Sftp sftp) throws IOException {
    String name = name(sftp.id());
    if (sftp.equals(routes.get(sftp.id()))) {
      return name;
    }
    remove(sftp.id());
    Map<String, Object> parameters = new HashMap<>(connections.options(camel, sftp));
    parameters.put("name", name);
    parameters.put("host", sftp.host());
    parameters.put("port", String.valueOf(sftp.port()));
    parameters.put("directory", sftp.directory());
    try {
      camel.addRouteFromTemplate(name, TEMPLATE, parameters);
    } catch (Exception e) {
      throw new IOException("The route to channel " + sftp.id() + " cannot be made", e);
    }
    routes.put(sftp.id(), sftp);
    return name;
  }

  private synchronized void remove(String channelId) {
    if (routes.remove(channelId) == null) {
      return;
    }
    String route = name(channelId);
    try {
      camel.getRouteController().stopRoute(route, STOP_SECONDS, TimeUnit.SECONDS);
      camel.removeRoute(route);
    } catch (Exception e) {
      LOG.error("The route {} could not be removed", route, e);
    }
  }

  private static String name(String channelId) {
    return "sftp-out-" + channelId.replaceAll("[^A-Za-z0-9-]", "-");
  }
}
