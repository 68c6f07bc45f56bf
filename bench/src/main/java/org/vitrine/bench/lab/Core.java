package org.vitrine.bench.lab;

/** Servers and clients never share a core. The harness itself runs on the clients'. */
public enum Core {
  SERVER(0),
  CLIENT(1);

  final int number;

  Core(int number) {
    this.number = number;
  }
}
