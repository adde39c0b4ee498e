"""What all tests share: no test fails because the machine is slow."""

from hypothesis import settings

settings.register_profile("avtalesjekk", deadline=None)
settings.load_profile("avtalesjekk")
