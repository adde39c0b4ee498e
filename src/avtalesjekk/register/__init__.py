"""What is known of the world on a day: periods, governments, departments and offices, as dated rows."""
