package io.quayside.mapping;

import org.apache.camel.spi.ResourceResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mappings as beans of the hub. */
@Configuration(proxyBeanMethods = false)
class MappingBeans {

  @Bean
  ConfigFiles configFiles(@Value("${quayside.config:}") String config) {
    return new ConfigFiles(config);
  }

  @Bean
  OrderSchema orderSchema(ConfigFiles files) {
    return new OrderSchema(files);
  }

  @Bean
  OrderMapping orderMapping(ConfigFiles files, OrderSchema schema) {
    return new OrderMapping(files, schema);
  }

  @Bean
  DocumentMapping documentMapping(ConfigFiles files) {
    return new DocumentMapping(files);
  }

  @Bean
  Outbound outboundTemplates(ConfigFiles files) {
    return new Outbound(files);
  }

  /** Camel finds it by this name. */
  @Bean(MappingResources.BEAN)
  ResourceResolver mappingResources(ConfigFiles files) {
    return new MappingResources(files);
  }
}
