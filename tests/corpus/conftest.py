"""Settings of the tests of this layer."""

from hypothesis import settings

# A busy machine must not turn a passing property into a failure; hangs have tests of their own.
settings.register_profile("corpus", deadline=None)
settings.load_profile("corpus")
