package com.enterprisesigning.local.template;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the YAML of a CloudFormation template. It drops a tag such as {@code !Ref} and keeps the
 * tag's argument as a plain value. The local run needs no value that a tag would compute.
 */
final class CloudFormationYaml extends SafeConstructor {

  private CloudFormationYaml() {
    super(new LoaderOptions());
    yamlMultiConstructors.put("!", new Plain());
  }

  static YamlMap read(String yaml) {
    return new YamlMap(new Yaml(new CloudFormationYaml()).load(yaml));
  }

  private final class Plain extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      return switch (node) {
        case ScalarNode scalar -> constructScalar(scalar);
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalStateException("unknown kind of YAML node: " + node.getTag());
      };
    }
  }
}
