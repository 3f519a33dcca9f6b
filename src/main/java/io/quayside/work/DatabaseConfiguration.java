package io.quayside.work;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * SQLite below {@code quayside.home}, or PostgreSQL when {@code spring.datasource.url} names one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
class DatabaseConfiguration {

  @Bean
  Home home(@Value("${quayside.home}") Path home) {
    return Home.open(home);
  }

  @Configuration(proxyBeanMethods = false)
  @Conditional(Sqlite.class)
  static class SqliteDatabase {

    @Bean
    @Primary
    HikariDataSource dataSource(DataSourceProperties properties, Home home) {
      HikariDataSource pool = SqlitePools.write(url(properties, home));
      Durability.checkSqliteWriter(pool);
      return pool;
    }

    @Bean(defaultCandidate = false)
    HikariDataSource readDataSource(
        DataSourceProperties properties, Home home, DataSource dataSource) {
      HikariDataSource pool = SqlitePools.read(url(properties, home));
      Durability.checkSqliteReader(pool);
      return pool;
    }

    @Bean
    @DependsOnDatabaseInitialization
    Database database(
        DataSource write,
        @Qualifier("readDataSource") DataSource read,
        PlatformTransactionManager transactions) {
      return TransactionalDatabase.sqlite(write, read, transactions);
    }

    @Bean
    RelayClaim relayClaim() {
      return RelayClaim.SINGLE_NODE;
    }

    private static String url(DataSourceProperties properties, Home home) {
      return properties.getUrl() != null ? properties.getUrl() : SqlitePools.url(home.directory());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Conditional(Postgres.class)
  static class PostgresDatabase {

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DataSourceProperties properties) {
      return properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
    }

    @Bean
    @DependsOnDatabaseInitialization
    Database database(DataSource source, PlatformTransactionManager transactions) {
      Durability.checkPostgres(source);
      return TransactionalDatabase.postgres(source, transactions);
    }

    @Bean
    RelayClaim relayClaim() {
      return RelayClaim.SEVERAL_NODES;
    }
  }

  static class Postgres implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      String url = context.getEnvironment().getProperty("spring.datasource.url", "");
      if (!url.isEmpty()
          && !url.startsWith("jdbc:postgresql:")
          && !url.startsWith("jdbc:sqlite:")) {
        throw new IllegalStateException(
            "spring.datasource.url is "
                + url.replaceAll("[?].*", "")
                + ": use jdbc:postgresql://host/database, or leave it out for SQLite below quayside.home");
      }
      return url.startsWith("jdbc:postgresql:");
    }
  }

  static class Sqlite extends Postgres {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !super.matches(context, metadata);
    }
  }
}
