"""What a participant takes home: documents in Word."""
