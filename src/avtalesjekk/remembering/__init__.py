"""What earlier runs have found, so that an agreement that has not changed is not checked again."""
