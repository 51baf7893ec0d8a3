package reprise.alpaca;

/** To be written. */
final class AlpacaRest {
    AlpacaRest(final AlpacaConfig config) {}
}
